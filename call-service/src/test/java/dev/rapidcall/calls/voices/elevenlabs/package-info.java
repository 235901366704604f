@NullMarked
package dev.rapidcall.calls.voices.elevenlabs;

import org.jspecify.annotations.NullMarked;
