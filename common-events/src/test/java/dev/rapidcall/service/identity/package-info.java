@NullMarked
package dev.rapidcall.service.identity;

import org.jspecify.annotations.NullMarked;
