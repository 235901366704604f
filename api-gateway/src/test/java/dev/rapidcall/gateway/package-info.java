@NullMarked
package dev.rapidcall.gateway;

import org.jspecify.annotations.NullMarked;
