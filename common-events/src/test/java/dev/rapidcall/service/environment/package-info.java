@NullMarked
package dev.rapidcall.service.environment;

import org.jspecify.annotations.NullMarked;
