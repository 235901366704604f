@NullMarked
package dev.rapidcall;

import org.jspecify.annotations.NullMarked;
