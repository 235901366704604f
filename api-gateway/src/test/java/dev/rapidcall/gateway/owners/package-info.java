@NullMarked
package dev.rapidcall.gateway.owners;

import org.jspecify.annotations.NullMarked;
