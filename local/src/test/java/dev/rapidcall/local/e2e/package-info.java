/** The whole platform over HTTP, as its users see it. */
@NullMarked
package dev.rapidcall.local.e2e;

import org.jspecify.annotations.NullMarked;
