package dev.rapidcall.local.sandbox.livekit.calls;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What shall happen in a call.
 *
 * @param room an open room
 * @param phone the number of a caller on the phone; empty: at a browser
 * @param talk from the caller's joining to the end
 * @param utterances what the caller says
 * @param tools what the agent uses before its last answer
 * @param metrics what the agent posts after its first turn; empty: the usual latencies
 * @param drop the caller's line breaks for a while
 * @param agentLeaves when an agent that leaves does so, after the caller joined
 * @param transcriptEvery how often the agent posts the transcript
 * @param goodbye from the answer to the agent's `/end` until it leaves
 */
public record CallPlan(
    String room,
    String callerIdentity,
    Optional<String> phone,
    Duration talk,
    EndedBy endedBy,
    Agent agent,
    List<String> utterances,
    List<ToolUse> tools,
    Optional<Map<String, Object>> metrics,
    Optional<Drop> drop,
    Duration agentLeaves,
    Duration transcriptEvery,
    Duration goodbye) {

  public CallPlan {
    utterances = List.copyOf(utterances);
    tools = List.copyOf(tools);
  }

  /** Who or what ends the call. */
  public enum EndedBy {
    /** The caller hangs up; the agent stays until the room closes. */
    CALLER,
    /** The agent says so, says goodbye, leaves and deletes the room. */
    AGENT,
    /** The caller vanishes without goodbye. */
    VANISH,
    /** Somebody deletes the room. */
    ROOM,
    /** No caller ever comes. */
    NOBODY;

    /** As written in the control API. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What the agent does. */
  public enum Agent {
    /** Comes and does its work. */
    JOINS,
    /** Does not come. */
    NEVER,
    /** Comes, and leaves the caller alone without a word to the API. */
    LEAVES;

    /** As written in the control API. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The caller is gone for a while. */
  public record Drop(Duration after, Duration away) {}

  /** A tool the agent uses, as it appears in the transcript. */
  public record ToolUse(String name, Object input, Object result) {}
}
