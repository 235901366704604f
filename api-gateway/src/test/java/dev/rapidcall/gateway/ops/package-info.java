@NullMarked
package dev.rapidcall.gateway.ops;

import org.jspecify.annotations.NullMarked;
