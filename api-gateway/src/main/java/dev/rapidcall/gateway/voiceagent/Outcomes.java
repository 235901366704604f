package dev.rapidcall.gateway.voiceagent;

import dev.rapidcall.events.CallLifecycleEvent.EndRequester;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Why a call ended, in the words of the calls API. */
final class Outcomes {
  private static final int LONGEST = 80;
  private static final Set<String> SAYS_NOTHING = Set.of("", "ended", "completed", "in_progress");

  private Outcomes() {}

  /** What was said, or who hung up if that says nothing. */
  static String of(@Nullable Object said, EndRequester requester) {
    String text = said instanceof String words ? CleanText.of(words.trim(), LONGEST).trim() : "";
    if (!SAYS_NOTHING.contains(text)) {
      return text;
    }
    return requester == EndRequester.AGENT ? "agent_hangup" : "user_hangup";
  }
}
