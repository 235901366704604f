@NullMarked
package dev.rapidcall.local.sandbox.ai;

import org.jspecify.annotations.NullMarked;
