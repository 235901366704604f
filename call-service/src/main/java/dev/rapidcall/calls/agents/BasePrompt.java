package dev.rapidcall.calls.agents;

import dev.rapidcall.events.CallChannel;
import java.util.Optional;

/**
 * The prompt that a call begins from. Who tests in the browser hears the draft, who calls by phone
 * what was published; where that is blank the other one serves.
 */
record BasePrompt(PromptSource source, String text) {

  /** Empty if the agent has no prompt at all. */
  static Optional<BasePrompt> of(CallChannel channel, String draft, String published) {
    BasePrompt ofDraft = new BasePrompt(PromptSource.DRAFT, draft);
    BasePrompt ofPublished = new BasePrompt(PromptSource.PUBLISHED, published);
    return switch (channel) {
      case WEB -> ofDraft.or(ofPublished);
      case PHONE_INBOUND, PHONE_OUTBOUND -> ofPublished.or(ofDraft);
    };
  }

  private Optional<BasePrompt> or(BasePrompt other) {
    return isBlank() ? Optional.of(other).filter(it -> !it.isBlank()) : Optional.of(this);
  }

  private boolean isBlank() {
    return text.isBlank();
  }
}
