package dev.rapidcall.gateway.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.gateway.testing.Answer;
import dev.rapidcall.gateway.testing.GatewayIT;
import dev.rapidcall.gateway.testing.Request;
import dev.rapidcall.messaging.IngestPublisher;
import dev.rapidcall.messaging.NotDurableException;
import dev.rapidcall.testing.recorded.RecordedWebhooks;
import io.livekit.server.AccessToken;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** Nothing is accepted that is not durable, and nobody is blamed for it. */
@Import(BrokerAwayIT.NoBroker.class)
class BrokerAwayIT extends GatewayIT {

  @TestConfiguration(proxyBeanMethods = false)
  static class NoBroker {
    @Bean
    @Primary
    IngestPublisher brokerThatIsAway() {
      return envelopes -> {
        throw new NotDurableException("not acknowledged", null);
      };
    }
  }

  @Test
  @DisplayName(
      "weakness 22: when the broker is away LiveKit's webhook is answered 503, like all that comes in")
  void everyIngestRouteAnswers503WithTheTimeToComeAgain() throws Exception {
    OWNER.json("/api/calls/call_b", 200, "{\"call\":{}}");
    String utterance = "{\"transcript\":[{\"role\":\"user\",\"text\":\"Hi\"}]}";
    String webhook = RecordedWebhooks.of("web-call").getFirst().body();
    AccessToken signature = new AccessToken(RecordedWebhooks.KEY, RecordedWebhooks.SECRET);
    signature.setSha256(
        Base64.getEncoder()
            .encodeToString(MessageDigest.getInstance("SHA-256").digest(webhook.getBytes(UTF_8))));

    for (Request request :
        List.of(
            post("/api/livekit/webhook").with("Authorization", signature.toJwt()).text(webhook),
            post("/api/calls/call_b/metrics").fromAgent().json("{}"),
            post("/api/internal/calls/call_b/transcript").fromAgent().json(utterance),
            post("/api/internal/calls/call_b/end").fromAgent().json("{}"),
            post("/api/calls/call_b/end").fromDashboard().bearer(signUp().token()).json("{}"))) {
      Answer answer = request.send();

      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.header("Retry-After")).isEqualTo("2");
      assertThat(answer.json().at("/error").stringValue()).isNotBlank();
    }
  }
}
