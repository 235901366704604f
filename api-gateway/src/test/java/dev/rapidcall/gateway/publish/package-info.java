@NullMarked
package dev.rapidcall.gateway.publish;

import org.jspecify.annotations.NullMarked;
