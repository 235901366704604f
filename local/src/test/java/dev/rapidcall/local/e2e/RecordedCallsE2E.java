package dev.rapidcall.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rapidcall.local.e2e.Workspace.StartedCall;
import dev.rapidcall.testing.recorded.RecordedWebhooks;
import dev.rapidcall.testing.recorded.RecordedWebhooks.RecordedWebhook;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * The recorded web calls through the gateway's webhook route, byte for byte but for the name of the
 * room: the same call whatever the order and the repetition.
 */
class RecordedCallsE2E {
  /** Talk in whole seconds, outcome. */
  private static final Map<String, List<?>> TABLE =
      Map.of(
          "browser-vanishes", List.of(22, "user_hangup"),
          "egress-bad-bucket", List.of(4, "user_hangup"),
          "egress-stopped", List.of(7, "user_hangup"),
          "nobody-comes", List.of(0, "caller_no_show"),
          "web-call", List.of(6, "user_hangup"),
          "web-call-deleted-by-api", List.of(3, "ended_by_api"));

  private static final Workspace US = Workspace.registered();

  @ParameterizedTest
  @ValueSource(strings = {"in order", "reversed", "shuffled", "three times"})
  void aRecordedCallComesOutTheSame(String order) {
    for (String recording : RecordedWebhooks.webNames()) {
      StartedCall call = US.start();

      bodies(recording, order, call.room()).forEach(LiveKitWebhooks::send);

      List<?> expected = Objects.requireNonNull(TABLE.get(recording));
      JsonNode ended =
          US.awaitCall(call, it -> expected.equals(List.of(duration(it), outcome(it))));
      assertThat(ended.path("endedAt").isNull()).as(recording).isFalse();
      assertThat(US.timelineTypes(call)).containsOnlyOnce("rapidcall.call.ended.v1");
    }
  }

  @Test
  @DisplayName("weakness 6: webhooks that come several times at once are one call and one egress")
  void parallelDuplicatesAreOneCallAndOneEgress() throws Exception {
    StartedCall call = US.start();
    List<Future<?>> sent = new ArrayList<>();

    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (String body : bodies("web-call", "three times", call.room())) {
        sent.add(threads.submit(() -> LiveKitWebhooks.send(body)));
      }
      for (Future<?> one : sent) {
        one.get();
      }
    }

    US.awaitCall(call, it -> List.of(6, "user_hangup").equals(List.of(duration(it), outcome(it))));
    String requested = "rapidcall.recording.requested.v1";
    assertThat(await().until(() -> US.timelineTypes(call), types -> types.contains(requested)))
        .containsOnlyOnce("rapidcall.call.started.v1", "rapidcall.call.ended.v1", requested);
    assertThat(US.dashboard.get("/api/calls").json().path("calls").values())
        .extracting(it -> it.path("roomName").asString())
        .containsOnlyOnce(call.room());
  }

  private static int duration(JsonNode call) {
    return call.path("durationSec").asInt();
  }

  private static String outcome(JsonNode call) {
    return call.path("outcome").asString();
  }

  private static List<String> bodies(String recording, String order, String room) {
    String recordedRoom = "call-" + recording;
    List<String> bodies =
        new ArrayList<>(
            RecordedWebhooks.of(recording).stream()
                .map(RecordedWebhook::body)
                .map(body -> body.replace("\"" + recordedRoom + "\"", "\"" + room + "\""))
                .toList());
    switch (order) {
      case "reversed" -> Collections.reverse(bodies);
      case "shuffled" -> Collections.shuffle(bodies, new Random(5));
      case "three times" -> {
        return bodies.stream().flatMap(body -> Stream.of(body, body, body)).toList();
      }
      default -> {}
    }
    return bodies;
  }
}
