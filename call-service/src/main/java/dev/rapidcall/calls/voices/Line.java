package dev.rapidcall.calls.voices;

import org.jspecify.annotations.Nullable;

/**
 * What shall be said.
 *
 * @param voiceId whose voice, in the provider's words
 * @param model null for the provider's usual one
 */
public record Line(String voiceId, @Nullable String model, String text) {}
