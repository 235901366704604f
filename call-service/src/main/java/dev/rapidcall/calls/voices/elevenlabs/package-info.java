/** ElevenLabs' voices; its words do not leave this package. */
@NullMarked
package dev.rapidcall.calls.voices.elevenlabs;

import org.jspecify.annotations.NullMarked;
