package dev.rapidcall.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.local.e2e.Client.Answer;
import dev.rapidcall.local.platform.LocalService;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The gateway dies after something was made and before it noted the answer; the client repeats. */
class LostAnswersE2E {
  private static final Workspace US = Workspace.registered();

  private final String key = "k" + UUID.randomUUID();
  private final Client client = US.dashboard.with("Idempotency-Key", key);

  @Test
  void whatTheOwnerMadeIsMadeOnce() {
    int before = US.dashboard.get("/api/agents").json().path("agents").size();
    Answer first = client.post("/api/agents", Map.of("name", "Once"));
    theGatewayDies();
    Answer second = client.post("/api/agents", Map.of("name", "Once"));

    assertThat(second.status()).isEqualTo(201);
    assertThat(second.text()).isEqualTo(first.text());
    assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(US.dashboard.get("/api/agents").json().path("agents")).hasSize(before + 1);
  }

  @Test
  void theSecretThatIsShownOnceIsShownAgain() {
    Answer first = client.post("/api/webhooks/secrets/rotate");
    theGatewayDies();
    Answer second = client.post("/api/webhooks/secrets/rotate");

    assertThat(first.status()).isEqualTo(201);
    assertThat(first.json().at("/secret/secret").asString()).isNotBlank();
    assertThat(second.text()).isEqualTo(first.text());
  }

  private void theGatewayDies() {
    int forgotten =
        Platform.context(LocalService.GATEWAY)
            .getBean(JdbcClient.class)
            .sql(
                """
                UPDATE idempotent_requests SET answer = NULL, claimed_until = now()
                WHERE idempotency_key = :key
                """)
            .param("key", key)
            .update();
    assertThat(forgotten).isOne();
  }
}
