@NullMarked
package dev.rapidcall.service.scheduling;

import org.jspecify.annotations.NullMarked;
