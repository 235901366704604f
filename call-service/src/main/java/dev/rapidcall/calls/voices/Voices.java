package dev.rapidcall.calls.voices;

import dev.rapidcall.calls.ai.ProviderException;

/** Somebody whose machines can speak. */
public interface Voices {

  /** As agents' settings name him. */
  String provider();

  /**
   * Says a text.
   *
   * @throws ProviderException if it cannot be heard, within the configured time
   */
  Speech say(Line line);
}
