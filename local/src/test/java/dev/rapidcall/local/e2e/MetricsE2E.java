package dev.rapidcall.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rapidcall.local.e2e.Workspace.StartedCall;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The numbers of the whole platform at its one door. */
class MetricsE2E {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final List<String> SERVICES =
      List.of(
          "api-gateway",
          "call-service",
          "recording-service",
          "telephony-service",
          "billing-service");

  @Test
  @DisplayName("weakness 11: one web call is one start and one end, with the names of the contract")
  void oneCallIsCountedOnce() {
    Workspace us = Workspace.registered();
    double started = sum("rapidcall_calls_started_total{", "source=\"web\"");
    double ended = sum("rapidcall_calls_ended_total{", "source=\"web\"");
    double posted = sum("rapidcall_call_metrics_posted_total{", "hasUsage=\"true\"");

    StartedCall call = us.start();
    Sandbox.play(call, Map.of("endedBy", "caller", "talkSeconds", 1));
    us.awaitCall(call, it -> !it.path("endedAt").isNull());
    us.awaitBill(call);

    assertThat(sum("rapidcall_calls_started_total{", "source=\"web\"")).isEqualTo(started + 1);
    await()
        .atMost(SOON)
        .until(() -> sum("rapidcall_calls_ended_total{", "source=\"web\"") == ended + 1);
    await()
        .atMost(SOON)
        .until(
            () -> sum("rapidcall_call_metrics_posted_total{", "hasUsage=\"true\"") == posted + 1);
    assertThat(told())
        .contains("# TYPE rapidcall_http_request_duration_ms histogram")
        .contains("# TYPE rapidcall_call_duration_seconds histogram")
        .anyMatch(line -> line.startsWith("rapidcall_calls_in_progress{service=\"call-service\"}"))
        .anyMatch(line -> line.startsWith("rapidcall_outbound_jobs_queued_total{"));
  }

  @Test
  void everyServiceTellsItsOwn() {
    List<String> told = told();

    assertThat(told)
        .containsAll(
            SERVICES.stream().map(name -> "rapidcall_up{service=\"" + name + "\"} 1").toList());
    for (String service : SERVICES) {
      String label = "service=\"" + service + "\"";
      for (String family :
          List.of(
              "jvm_memory_used_bytes",
              "process_cpu_usage",
              "http_server_requests_seconds_count",
              "hikaricp_connections",
              "rapidcall_outbox_depth")) {
        assertThat(told)
            .as(family + " of " + service)
            .anyMatch(line -> line.startsWith(family + "{") && line.contains(label));
      }
    }
    assertThat(told).anyMatch(line -> line.startsWith("kafka_consumer_"));
  }

  @Test
  void nothingIsToldTwice() {
    List<String> told = told();

    assertThat(told.stream().filter(line -> line.startsWith("#"))).doesNotHaveDuplicates();
    assertThat(series(told)).doesNotHaveDuplicates();
    assertThat(series(told)).allMatch(series -> series.contains("service=\""));
  }

  @Test
  void aWrongTokenIsRefused() {
    assertThat(Client.of(Platform.gateway()).get("/metrics").status()).isEqualTo(401);
  }

  private static Stream<String> series(List<String> told) {
    return told.stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.substring(0, line.lastIndexOf(' ')));
  }

  private static double sum(String beginning, String label) {
    return told().stream()
        .filter(line -> line.startsWith(beginning) && line.contains(label))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  private static List<String> told() {
    Client.Answer answer =
        Client.of(Platform.gateway())
            .with("Authorization", "Bearer " + Platform.metricsToken())
            .get("/metrics");
    assertThat(answer.status()).isEqualTo(200);
    return answer.text().lines().toList();
  }
}
