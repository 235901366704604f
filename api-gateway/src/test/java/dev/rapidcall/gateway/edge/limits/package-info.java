@NullMarked
package dev.rapidcall.gateway.edge.limits;

import org.jspecify.annotations.NullMarked;
