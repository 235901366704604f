@NullMarked
package dev.rapidcall.local.sandbox;

import org.jspecify.annotations.NullMarked;
