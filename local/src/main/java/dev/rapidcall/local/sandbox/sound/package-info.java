/** Short tones that can be heard, in the formats in which providers give sound. */
@NullMarked
package dev.rapidcall.local.sandbox.sound;

import org.jspecify.annotations.NullMarked;
