@NullMarked
package dev.rapidcall.gateway.edge;

import org.jspecify.annotations.NullMarked;
