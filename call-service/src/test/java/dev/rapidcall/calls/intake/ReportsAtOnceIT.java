package dev.rapidcall.calls.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.calls.testing.Api;
import dev.rapidcall.calls.testing.CallServiceOverHttp;
import dev.rapidcall.calls.testing.SomeCall;
import dev.rapidcall.calls.testing.SomeReport;
import dev.rapidcall.events.CallId;
import dev.rapidcall.events.CallLifecycleEvent;
import dev.rapidcall.events.CallLifecycleEvent.EndRequester;
import dev.rapidcall.events.CallLifecycleEvent.TranscriptReported;
import dev.rapidcall.events.CallMetricsEvent;
import dev.rapidcall.events.Event;
import dev.rapidcall.events.EventId;
import dev.rapidcall.messaging.Envelope;
import dev.rapidcall.service.identity.InternalTokens;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

@CallServiceOverHttp
class ReportsAtOnceIT {
  @LocalServerPort int port;
  @Autowired InternalTokens tokens;
  @Autowired JdbcClient jdbc;
  @Autowired LifecycleIntake lifecycle;
  @Autowired MetricsIntake metrics;
  @Autowired TransactionTemplate transaction;

  @DisplayName("weakness 4: forty transcripts and metrics in pairs at once, no side lost")
  @Test
  void noSideOfAPairIsLost() {
    String workspace = "pairs-" + UUID.randomUUID();
    List<String> calls =
        IntStream.range(0, 40).mapToObj(i -> SomeCall.of(workspace).keep(jdbc)).toList();

    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (String call : calls) {
        CallMetricsEvent report =
            (CallMetricsEvent) SomeReport.of(call).tokens(100, 20).latency("650").fact().event();
        threads.execute(() -> inOne(() -> metrics.on(envelope(report))));
        threads.execute(() -> inOne(() -> lifecycle.on(envelope(transcript(call)))));
      }
    }

    Api us = Api.anonymous(port, tokens).as(workspace);
    assertThat(calls)
        .allSatisfy(
            id -> {
              JsonNode call = us.get("/api/calls/" + id).body().path("call");
              assertThat(call.path("transcript").size()).isEqualTo(1);
              assertThat(call.path("metrics").path("tokensTotal").asInt()).isEqualTo(120);
              assertThat(call.path("metrics").path("latency").size()).isEqualTo(1);
            });
    assertThat(us.get("/api/analytics?from=0").body().path("totals").path("totalTokens").asInt())
        .isEqualTo(40 * 120);
  }

  private void inOne(Runnable handling) {
    transaction.executeWithoutResult(status -> handling.run());
  }

  private static <E extends Event> Envelope<E> envelope(E event) {
    EventId id = new EventId(UUID.randomUUID().toString());
    return new Envelope<>(id, "test", SomeCall.START, SomeCall.START, null, null, event);
  }

  private static CallLifecycleEvent transcript(String call) {
    Map<String, @Nullable Object> item = Map.of("speaker", "user", "role", "user", "text", "Hello");
    return new TranscriptReported(new CallId(call), EndRequester.AGENT, List.of(item));
  }
}
