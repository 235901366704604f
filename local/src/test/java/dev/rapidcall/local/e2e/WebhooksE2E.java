package dev.rapidcall.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rapidcall.local.e2e.CustomersServer.Delivery;
import dev.rapidcall.local.e2e.Workspace.StartedCall;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a customer hears of his calls, by webhook and by stream, through the gateway. */
class WebhooksE2E {
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  @Test
  @DisplayName("weakness 17: webhooks are signed, in order, and survive a failing receiver")
  void aCallIsToldToTheCustomersServer() {
    Workspace us = Workspace.registered();
    try (CustomersServer server = CustomersServer.open()) {
      String secret = secret(us);
      us.dashboard.put("/api/agents/" + us.agentId, Map.of("webhookUrl", server.url()));
      StartedCall started = us.start();
      Sandbox.play(started, Map.of("endedBy", "agent", "talkSeconds", 1, "goodbyeSeconds", 0.5));

      await().atMost(PATIENCE).until(() -> server.deliveries().size() >= 3);

      List<Delivery> deliveries = server.deliveries();
      assertThat(deliveries)
          .extracting(Delivery::event)
          .startsWith("call_started", "call_started", "call_ended");
      assertThat(deliveries.get(1).id()).isEqualTo(deliveries.get(0).id());
      assertThat(deliveries).allMatch(delivery -> delivery.isSignedWith(secret));
      assertThat(events(us).get(1).path("data"))
          .isEqualTo(JsonMapper.shared().readTree(deliveries.get(2).body()));
      assertThat(attemptsOfTheFirst(us)).isEqualTo(2);
    }
  }

  @Test
  @Timeout(120)
  void whoListensHearsAtOnce() throws IOException {
    Workspace us = Workspace.registered();
    try (InputStream stream = us.dashboard.listen("/api/events");
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      assertThat(lines.readLine()).startsWith(":");

      StartedCall started = us.start();
      String data = lines.readLine();
      while (!data.startsWith("data:")) {
        data = lines.readLine();
      }

      JsonNode event = JsonMapper.shared().readTree(data.substring("data:".length()));
      assertThat(event.path("data").path("call").path("call_id").asString())
          .isEqualTo(started.id());
      assertThat(List.of(event)).isEqualTo(events(us).subList(0, 1));
      us.dashboard.post("/api/calls/" + started.id() + "/end", Map.of("outcome", "ended"));
    }
  }

  private static String secret(Workspace us) {
    return us.dashboard
        .post("/api/webhooks/secrets/rotate")
        .json()
        .path("secret")
        .path("secret")
        .asString();
  }

  private static List<JsonNode> events(Workspace us) {
    return List.copyOf(us.dashboard.get("/api/events").json().path("events").values());
  }

  private static int attemptsOfTheFirst(Workspace us) {
    JsonNode log = us.dashboard.get("/api/webhooks/deliveries").json().path("deliveries");
    return log.get(log.size() - 1).path("attemptCount").asInt();
  }
}
