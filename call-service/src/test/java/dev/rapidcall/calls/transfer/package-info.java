@NullMarked
package dev.rapidcall.calls.transfer;

import org.jspecify.annotations.NullMarked;
