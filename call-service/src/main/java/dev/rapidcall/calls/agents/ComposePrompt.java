package dev.rapidcall.calls.agents;

import dev.rapidcall.events.CallChannel;
import dev.rapidcall.events.CallId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the prompt of one call: draft or published, perhaps a variant, placeholders filled. */
@Component
public class ComposePrompt {
  private final Variants variants;
  private final PromptVersions versions;

  ComposePrompt(Variants variants, PromptVersions versions) {
    this.variants = variants;
    this.versions = versions;
  }

  /**
   * The same call gets the same prompt as long as agent and variants stay the same.
   *
   * @param variables of this call; they win over the agent's own
   * @return empty if the agent has no prompt
   */
  public Optional<ComposedPrompt> compose(
      Agent agent, CallChannel channel, CallId call, Map<String, String> variables) {
    return BasePrompt.of(channel, agent.promptDraft(), agent.promptPublished())
        .map(base -> composed(agent, base, call, variables));
  }

  private ComposedPrompt composed(
      Agent agent, BasePrompt base, CallId call, Map<String, String> variables) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>(agent.defaultDynamicVariables());
    values.putAll(variables);
    Variant variant = VariantChoice.choose(call, variants.of(agent.id())).orElse(null);
    return new ComposedPrompt(
        base.source(),
        versions.numberOf(agent.id(), base.text()),
        variant,
        Placeholders.fill(base.text(), values),
        variant == null ? null : Placeholders.fill(variant.prompt(), values),
        values);
  }
}
