package dev.rapidcall.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.local.e2e.Client.Answer;
import dev.rapidcall.local.e2e.Workspace.StartedCall;
import dev.rapidcall.testing.recorded.RecordedConversations;
import dev.rapidcall.testing.recorded.RecordedConversations.RecordedRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The recorded web conversations of the Python agent, each request as it was sent and the webhooks
 * that came with it: the last transcript is kept, and the talk is the caller's presence.
 */
class RecordedConversationsE2E {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Workspace US = Workspace.registered();

  static List<String> conversations() {
    return RecordedConversations.names();
  }

  @ParameterizedTest
  @MethodSource("conversations")
  void aRecordedConversationGoesThroughAsItWasSent(String name) {
    StartedCall call = US.start();
    List<JsonNode> happened = RecordedConversations.timeline(name);
    new Webhooks(call.room()).send(happened);

    for (RecordedRequest request : RecordedConversations.of(name)) {
      assertThat(resend(request, call).status()).as(request.path()).isIn(200, 202);
    }

    long talk = presence(happened);
    JsonNode ended =
        US.awaitCall(
            call, it -> !it.path("endedAt").isNull() && it.path("durationSec").asLong() == talk);
    JsonNode last = lastTranscript(name);
    US.awaitCall(call, it -> asReported(it.path("transcript")).equals(last));
    assertThat(ended.path("outcome").asString()).isIn("user_hangup", "agent_hangup");
    assertThat(US.timelineTypes(call)).containsOnlyOnce("rapidcall.call.ended.v1");
  }

  private static Answer resend(RecordedRequest request, StartedCall call) {
    Client agent =
        Client.of(Platform.gateway())
            .with("x-agent-secret", Platform.AGENT_SECRET)
            .with("User-Agent", Objects.requireNonNull(request.headers().get("user-agent")));
    String path =
        request
            .path()
            .replaceFirst("/calls/[^/]+/", "/calls/" + call.id() + "/")
            .replaceFirst("agentId=.*", "agentId=" + US.agentId);
    return request.method().equals("GET") ? agent.get(path) : agent.post(path, request.body());
  }

  private static JsonNode lastTranscript(String name) {
    return RecordedConversations.of(name).stream()
        .filter(request -> !request.body().isEmpty())
        .map(request -> JSON.readTree(request.body()).path("transcript"))
        .filter(JsonNode::isArray)
        .reduce((earlier, later) -> later)
        .orElseThrow();
  }

  /** Without the words that pages are given to show what a tool did. */
  private static JsonNode asReported(JsonNode transcript) {
    JsonNode items = transcript.deepCopy();
    for (JsonNode item : items) {
      if (item.has("kind")) {
        ((ObjectNode) item).remove(List.of("speaker", "text"));
      }
    }
    return items;
  }

  /** Whole seconds between the browser's joining and the second in which it left. */
  private static long presence(List<JsonNode> happened) {
    double joined = Double.NaN;
    double left = Double.NaN;
    for (JsonNode line : happened) {
      boolean browser = line.path("identity").asString("").startsWith("user-");
      if (browser && line.path("what").asString().equals("webhook participant_joined")) {
        joined = line.path("t").asDouble();
      }
      if (browser && line.path("what").asString().equals("webhook participant_left")) {
        left = Math.floor(line.path("t").asDouble());
      }
    }
    return Math.round(left - joined);
  }

  /** The webhooks of a timeline, an hour ago, in the shape that LiveKit gives them. */
  private static final class Webhooks {
    private final Instant beginning =
        Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(Duration.ofHours(1));
    private final Map<String, Instant> joined = new HashMap<>();
    private final String room;
    private int sent;

    Webhooks(String room) {
      this.room = room;
    }

    void send(List<JsonNode> happened) {
      for (JsonNode line : happened) {
        String what = line.path("what").asString();
        if (what.startsWith("webhook room_") || what.startsWith("webhook participant_")) {
          LiveKitWebhooks.send(body(what.substring("webhook ".length()), line));
        }
      }
    }

    private String body(String event, JsonNode line) {
      Instant at = beginning.plusMillis(Math.round(line.path("t").asDouble() * 1000));
      ObjectNode body = JSON.createObjectNode();
      body.put("event", event);
      body.putObject("room").put("sid", "RM_" + room).put("name", room);
      if (event.startsWith("participant_")) {
        participant(body.putObject("participant"), line, at);
      }
      body.put("id", "EV_" + sent++);
      body.put("createdAt", Long.toString(at.getEpochSecond()));
      return body.toString();
    }

    private void participant(ObjectNode participant, JsonNode line, Instant at) {
      String identity = line.path("identity").asString();
      Instant joinedAt = joined.computeIfAbsent(identity, unknown -> at);
      participant.put("sid", "PA_" + identity).put("identity", identity);
      participant.put("joinedAt", Long.toString(joinedAt.getEpochSecond()));
      participant.put("joinedAtMs", Long.toString(joinedAt.toEpochMilli()));
      if (line.path("kind").isString()) {
        participant.put("kind", line.path("kind").asString());
      }
      if (line.path("reason").isString()) {
        participant.put("disconnectReason", line.path("reason").asString());
      }
    }
  }
}
