package dev.rapidcall.local.sandbox.livekit.http;

import dev.rapidcall.local.sandbox.livekit.calls.CallPlan;
import dev.rapidcall.local.sandbox.livekit.calls.CallPlan.Agent;
import dev.rapidcall.local.sandbox.livekit.calls.CallPlan.Drop;
import dev.rapidcall.local.sandbox.livekit.calls.CallPlan.EndedBy;
import dev.rapidcall.local.sandbox.livekit.calls.CallPlan.ToolUse;
import dev.rapidcall.local.sandbox.livekit.calls.PlayedCall;
import dev.rapidcall.local.sandbox.livekit.time.CallTimings;
import dev.rapidcall.local.sandbox.livekit.wire.IdKind;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Played calls as the control API writes them. */
final class CallsJson {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Duration USUAL_TALK = Duration.ofSeconds(10);
  private static final Duration USUAL_ABSENCE = Duration.ofSeconds(1);
  private static final List<String> USUAL_UTTERANCES =
      List.of("Is a table for two free tonight?", "Half past seven would be fine.");

  private final CallTimings timings;

  CallsJson(CallTimings timings) {
    this.timings = timings;
  }

  CallPlan read(JsonNode body) {
    Fields fields = new Fields("", body);
    Duration talk = fields.seconds("talkSeconds").orElse(USUAL_TALK);
    CallPlan plan =
        new CallPlan(
            fields.text("room").orElseThrow(() -> new IllegalArgumentException("room is missing")),
            fields.text("callerIdentity").orElseGet(() -> "user-" + IdKind.random(8)),
            fields.text("phone"),
            talk,
            choice(fields, "endedBy", EndedBy.CALLER, EndedBy.values(), EndedBy::wireName),
            choice(fields, "agent", Agent.JOINS, Agent.values(), Agent::wireName),
            fields.get("utterances").isPresent() ? fields.texts("utterances") : USUAL_UTTERANCES,
            fields.items("tools").stream().map(CallsJson::tool).toList(),
            fields.get("metrics").map(CallsJson::metrics),
            drop(fields, talk),
            fields.seconds("agentLeavesAfterSeconds").orElse(talk.dividedBy(2)),
            fields.seconds("transcriptEverySeconds").orElse(timings.transcriptEvery()),
            fields.seconds("goodbyeSeconds").orElse(timings.goodbye()));
    fields.noOthers();
    if (plan.transcriptEvery().isZero()) {
      throw new IllegalArgumentException("transcriptEverySeconds must not be 0");
    }
    return plan;
  }

  static Map<String, Object> write(PlayedCall call) {
    return Map.of(
        "id", call.id(),
        "room", call.room(),
        "state", call.state(),
        "steps",
            call.steps().stream()
                .map(step -> Map.of("at", step.at().toEpochMilli(), "what", step.what()))
                .toList());
  }

  private static <T> T choice(
      Fields fields, String name, T usual, T[] all, Function<T, String> wireName) {
    Optional<String> wanted = fields.text(name);
    return wanted
        .map(
            text ->
                Arrays.stream(all)
                    .filter(one -> wireName.apply(one).equals(text))
                    .findFirst()
                    .orElseThrow(
                        () ->
                            new IllegalArgumentException(
                                name
                                    + " must be one of "
                                    + Arrays.stream(all).map(wireName).toList())))
        .orElse(usual);
  }

  private static ToolUse tool(JsonNode node) {
    Fields fields = new Fields("tools", node);
    ToolUse tool =
        new ToolUse(
            fields
                .text("name")
                .orElseThrow(() -> new IllegalArgumentException("tools.name is missing")),
            fields.get("input").map(CallsJson::plain).orElse(Map.of()),
            fields.get("result").map(CallsJson::plain).orElse(Map.of()));
    fields.noOthers();
    return tool;
  }

  private static Map<String, Object> metrics(JsonNode node) {
    if (!node.isObject()) {
      throw new IllegalArgumentException("metrics must be an object");
    }
    return JSON.convertValue(node, new TypeReference<Map<String, Object>>() {});
  }

  private static Object plain(JsonNode node) {
    return JSON.convertValue(node, Object.class);
  }

  /** `true`, or when and for how long. */
  private static Optional<Drop> drop(Fields fields, Duration talk) {
    String name = "callerDropsAndReturns";
    Optional<JsonNode> node = fields.get(name);
    if (node.isEmpty() || node.get().isBoolean()) {
      Duration third = talk.dividedBy(3);
      Duration away = third.compareTo(USUAL_ABSENCE) < 0 ? third : USUAL_ABSENCE;
      return node.filter(JsonNode::asBoolean).map(yes -> new Drop(third, away));
    }
    Fields drop = fields.object(name);
    Drop wanted =
        new Drop(
            drop.seconds("afterSeconds").orElse(talk.dividedBy(3)),
            drop.seconds("forSeconds").orElse(USUAL_ABSENCE));
    drop.noOthers();
    return Optional.of(wanted);
  }
}
