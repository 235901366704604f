package dev.rapidcall.calls.webhooks.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the analysis says of a call.
 *
 * @param status of the extraction, such as {@code completed}; null if there was none
 * @param extraction what the agent's owner asked for, in order
 */
public record CallFindings(
    String summary,
    boolean inVoicemail,
    @Nullable String userSentiment,
    boolean successful,
    @Nullable String status,
    List<Extracted> extraction) {

  /** One extracted value: text, number, boolean or null. */
  public record Extracted(String name, @Nullable Object value) {}
}
