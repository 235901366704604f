package dev.rapidcall.gateway.webhooks.livekit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.events.CallId;
import dev.rapidcall.events.CallLifecycleEvent;
import dev.rapidcall.events.RoomName;
import dev.rapidcall.gateway.testing.Answer;
import dev.rapidcall.gateway.testing.GatewayIT;
import dev.rapidcall.messaging.Envelope;
import dev.rapidcall.testing.recorded.RecordedWebhooks;
import dev.rapidcall.testing.recorded.RecordedWebhooks.RecordedWebhook;
import io.livekit.server.AccessToken;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

class LiveKitWebhookIT extends GatewayIT {
  private static final String PATH = "/api/livekit/webhook";
  private static final String TYPE = "application/webhook+json";

  @Autowired private MeterRegistry meters;

  /** Byte for byte but for the room's name, so that the recordings do not meet in one call. */
  @ParameterizedTest
  @MethodSource("recordedCalls")
  void takesARecordedCallAsItCame(String name) {
    RoomName room = new RoomName("call-" + name + "-" + UUID.randomUUID());
    CallId call = CallId.of(room);
    List<Envelope<CallLifecycleEvent>> expected = new ArrayList<>();
    for (RecordedWebhook webhook : RecordedWebhooks.of(name)) {
      String body = webhook.body().replace("\"call-" + name + "\"", "\"" + room + "\"");

      Answer answer = send(body, signed(body), webhook.contentType());

      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.body()).isEqualTo("{\"ok\":true}");
      expected.addAll(
          LiveKitTranslation.facts(
              WebhookBody.parse(body.getBytes(UTF_8)).orElseThrow(),
              new LiveKitTranslation.Receipt("none", webhook.receivedAt(), null)));
    }

    List<Envelope<CallLifecycleEvent>> published = published().of(call, CallLifecycleEvent.class);

    assertThat(published).extracting(Envelope::event).isEqualTo(events(expected));
    assertThat(published).extracting(Envelope::id).isEqualTo(ids(expected));
    assertThat(published)
        .allSatisfy(
            fact -> {
              assertThat(fact.source()).isEqualTo("livekit");
              assertThat(fact.correlationId()).isNotBlank();
            });
  }

  @Test
  void takesTheSignatureInEitherHeaderWithOrWithoutBearerAndOrdinaryJson() {
    String body = started("call-" + UUID.randomUUID());

    assertThat(send(body, "Bearer " + signed(body), "application/json").status()).isEqualTo(200);
    Answer otherHeader =
        post(PATH).with("Authorize", signed(body)).with("Content-Type", TYPE).text(body).send();
    assertThat(otherHeader.status()).isEqualTo(200);
  }

  @Test
  void takesWebhooksOfEveryLiveKeyPair() {
    String body = started("call-" + UUID.randomUUID());
    String token = signed("newkey", "new-secret-new-secret-new-secret-1", body);

    assertThat(send(body, token, TYPE).status()).isEqualTo(200);
  }

  @Test
  @DisplayName("weakness 28: a webhook signed with the old pair is taken, and counted")
  void countsTheUseOfTheOldPair() {
    String body = started("call-" + UUID.randomUUID());
    double before = usesOfTheOldPair();

    assertThat(send(body, signed(body), TYPE).status()).isEqualTo(200);

    assertThat(usesOfTheOldPair()).isEqualTo(before + 1);
  }

  @Test
  void refusesAWebhookWithoutSignature() {
    Answer answer = post(PATH).with("Content-Type", TYPE).text(started("call-x")).send();

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.json().has("error")).isTrue();
  }

  @Test
  void refusesAWebhookWithABadSignature() {
    RoomName room = new RoomName("call-" + UUID.randomUUID());
    String body = started(room.value());

    assertThat(send(body, signed("devkey", "wrong", body), TYPE).status()).isEqualTo(400);
    assertThat(send(body, signed("unknown", RecordedWebhooks.SECRET, body), TYPE).status())
        .isEqualTo(400);
    assertThat(send(body + " ", signed(body), TYPE).status()).isEqualTo(400);
    assertThat(send(body, "nonsense", TYPE).status()).isEqualTo(400);
    assertThat(published().of(CallId.of(room), CallLifecycleEvent.class)).isEmpty();
  }

  @Test
  void refusesSignedNonsense() {
    assertThat(send("nonsense", signed("nonsense"), TYPE).status()).isEqualTo(400);
  }

  @Test
  void takesCountsAndIgnoresWhatConcernsNoCall() {
    double before = ignored("room_started") + ignored("other");
    for (String body :
        List.of(
            "{\"event\":\"room_started\",\"id\":\"EV_x\"}",
            "{\"event\":\"ingress_started\",\"ingressInfo\":{}}",
            "{\"event\":\"brand_new\",\"room\":{\"name\":\"call-x\"}}")) {
      assertThat(send(body, signed(body), TYPE).status()).isEqualTo(200);
    }
    assertThat(ignored("room_started") + ignored("other")).isEqualTo(before + 3);
  }

  @Test
  void refusesAWebhookThatIsTooLarge() {
    String body = "{\"event\":\"" + "x".repeat(1024 * 1024) + "\"}";

    assertThat(send(body, signed(body), TYPE).status()).isEqualTo(413);
  }

  @Test
  void hasNoCorsHeaders() {
    String body = started("call-" + UUID.randomUUID());
    Answer answer =
        post(PATH)
            .with("Origin", "https://evil.example.com")
            .with("Authorization", signed(body))
            .with("Content-Type", TYPE)
            .text(body)
            .send();

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Access-Control-Allow-Credentials")).isEmpty();
  }

  private double usesOfTheOldPair() {
    return get("/metrics?only=self")
        .bearer(METRICS_TOKEN)
        .send()
        .body()
        .lines()
        .filter(
            line -> line.startsWith("rapidcall_secret_uses_total{age=\"older\",secret=\"livekit\""))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  private double ignored(String event) {
    return meters
        .counter("rapidcall.livekit.webhooks", "event", event, "result", "ignored")
        .count();
  }

  static List<String> recordedCalls() {
    return RecordedWebhooks.webNames();
  }

  private Answer send(String body, String authorization, String contentType) {
    return post(PATH)
        .with("Authorization", authorization)
        .with("Content-Type", contentType)
        .text(body)
        .send();
  }

  private static String started(String room) {
    return "{\"event\":\"room_started\",\"id\":\"EV_"
        + UUID.randomUUID()
        + "\",\"room\":{\"name\":\""
        + room
        + "\",\"sid\":\"RM_1\"}}";
  }

  private static String signed(String body) {
    return signed(RecordedWebhooks.KEY, RecordedWebhooks.SECRET, body);
  }

  private static String signed(String key, String secret, String body) {
    AccessToken token = new AccessToken(key, secret);
    token.setSha256(Base64.getEncoder().encodeToString(Sha256.of(body.getBytes(UTF_8))));
    return token.toJwt();
  }

  private static List<CallLifecycleEvent> events(List<Envelope<CallLifecycleEvent>> envelopes) {
    return envelopes.stream().map(Envelope::event).toList();
  }

  private static List<Object> ids(List<Envelope<CallLifecycleEvent>> envelopes) {
    return envelopes.stream().<Object>map(Envelope::id).toList();
  }
}
