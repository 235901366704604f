@NullMarked
package dev.rapidcall.local.sandbox.sound;

import org.jspecify.annotations.NullMarked;
