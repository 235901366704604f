/**
 * Stand-ins for language models and voices: OpenAI's chat completions, ElevenLabs, Cartesia. They
 * answer from what they are sent, always the same to the same.
 */
@NullMarked
package dev.rapidcall.local.sandbox.ai;

import org.jspecify.annotations.NullMarked;
