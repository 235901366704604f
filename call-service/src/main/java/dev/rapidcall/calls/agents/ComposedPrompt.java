package dev.rapidcall.calls.agents;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The prompt of one call, its placeholders filled.
 *
 * @param version the number of the agent's text that it was made from
 * @param variant what the call tries; null in the control group
 * @param base without the variant
 * @param addition the variant's own text, null without one
 * @param variables what the placeholders were filled from
 */
public record ComposedPrompt(
    PromptSource source,
    int version,
    @Nullable Variant variant,
    String base,
    @Nullable String addition,
    Map<String, @Nullable Object> variables) {
  private static final String HEADING = "\n\n# A/B variant\n";

  /** What the agent is given. */
  public String text() {
    return addition == null ? base : base + HEADING + addition;
  }
}
