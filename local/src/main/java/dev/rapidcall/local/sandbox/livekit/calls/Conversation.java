package dev.rapidcall.local.sandbox.livekit.calls;

import dev.rapidcall.local.sandbox.livekit.calls.CallPlan.EndedBy;
import dev.rapidcall.local.sandbox.livekit.calls.CallPlan.ToolUse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Who says what when: the transcript as it grows over the talk. An item has the form the voice
 * agent gives it.
 */
final class Conversation {

  private static final String GREETING = "Good day, this is the sandbox. What can I do for you?";
  private static final String LAST_WORDS = "That is everything, thank you.";
  private static final List<String> FAREWELLS =
      List.of("Thank you for the call.", "All the best, goodbye.");
  private static final Map<String, Object> END_CALL_NOTE =
      Map.of("execution_message", "Call ended by agent.");

  private final List<Map<String, Object>> items = new ArrayList<>();
  private final int firstTurn;

  Conversation(CallPlan plan, boolean agentSpeaksFirst) {
    if (agentSpeaksFirst) {
      items.add(agent(GREETING));
    }
    int last = plan.utterances().size() - 1;
    for (int i = 0; i <= last; i++) {
      String utterance = plan.utterances().get(i);
      items.add(user(utterance));
      if (i == last) {
        plan.tools().forEach(tool -> items.addAll(use(tool)));
      }
      items.add(agent("I heard: " + utterance + " Anything else?"));
    }
    firstTurn = Math.min(items.size(), agentSpeaksFirst ? 3 : 2);
    if (plan.endedBy() == EndedBy.AGENT) {
      items.add(user(LAST_WORDS));
    }
  }

  /** What has been said when this share of the talk is over. */
  List<Map<String, Object>> until(double share) {
    int said = (int) Math.floor(share * items.size() + 0.5);
    return List.copyOf(items.subList(0, Math.clamp(said, 0, items.size())));
  }

  /** The share of the talk after which the agent has had its first turn. */
  double firstTurn() {
    return items.isEmpty() ? 1 : (firstTurn - 0.5) / items.size();
  }

  /** All of it, and the agent's wish to end the call. */
  List<Map<String, Object>> withEndCall() {
    List<Map<String, Object>> all = new ArrayList<>(items);
    all.addAll(use(new ToolUse("end_call", END_CALL_NOTE, END_CALL_NOTE)));
    return all;
  }

  /** The agent's last sentences, the first few of them. */
  static List<Map<String, Object>> farewells(int count) {
    return FAREWELLS.stream().limit(count).map(Conversation::agent).toList();
  }

  private static Map<String, Object> agent(String text) {
    return Map.of("speaker", "Agent", "role", "agent", "text", text);
  }

  private static Map<String, Object> user(String text) {
    return Map.of("speaker", "User", "role", "user", "text", text);
  }

  private static List<Map<String, Object>> use(ToolUse tool) {
    String id = "tool_" + tool.name();
    return List.of(
        Map.of(
            "kind",
            "tool_invocation",
            "toolCallId",
            id,
            "toolName",
            tool.name(),
            "input",
            tool.input()),
        Map.of(
            "kind",
            "tool_result",
            "toolCallId",
            id,
            "toolName",
            tool.name(),
            "result",
            tool.result()));
  }
}
