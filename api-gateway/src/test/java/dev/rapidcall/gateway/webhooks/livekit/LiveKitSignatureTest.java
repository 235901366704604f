package dev.rapidcall.gateway.webhooks.livekit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.service.environment.Secret;
import dev.rapidcall.service.secrets.SecretUses;
import dev.rapidcall.testing.recorded.RecordedWebhooks;
import dev.rapidcall.testing.recorded.RecordedWebhooks.RecordedWebhook;
import io.livekit.server.AccessToken;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class LiveKitSignatureTest {
  private static final LiveKitSettings SETTINGS =
      new LiveKitSettings(
          List.of("newkey", RecordedWebhooks.KEY, "dev"),
          List.of(
              new Secret("another-secret-another-secret-32ch"),
              new Secret(RecordedWebhooks.SECRET),
              new Secret("short")));
  private static final RecordedWebhook WEBHOOK = RecordedWebhooks.of("web-call").getFirst();
  private static final byte[] BODY = WEBHOOK.body().getBytes(UTF_8);

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

  @Test
  void acceptsEveryRecordedWebhookWhenItCame() {
    for (String name : RecordedWebhooks.names()) {
      for (RecordedWebhook webhook : RecordedWebhooks.of(name)) {
        assertThat(
                at(webhook.receivedAt())
                    .isValid(webhook.authorization(), webhook.body().getBytes(UTF_8)))
            .as(name)
            .isTrue();
      }
    }
  }

  @Test
  void acceptsTheWordBearerBeforeIt() {
    assertThat(whenItCame().isValid("Bearer " + WEBHOOK.authorization(), BODY)).isTrue();
  }

  @Test
  void acceptsAnyOfTheLiveKeyPairsAlsoWithAShortSecret() {
    assertThat(now().isValid(signed("newkey", "another-secret-another-secret-32ch", BODY), BODY))
        .isTrue();
    assertThat(now().isValid(signed("dev", "short", BODY), BODY)).isTrue();
  }

  @Test
  void countsWhichPairLiveKitStillSignsWith() {
    LiveKitSignature signature = now();

    signature.isValid(signed("newkey", "another-secret-another-secret-32ch", BODY), BODY);
    assertThat(uses("newest")).isEqualTo(1);
    assertThat(uses("older")).isZero();

    signature.isValid(signed("dev", "short", BODY), BODY);
    assertThat(uses("older")).isEqualTo(1);
  }

  @Test
  void refusesAPairThatWasTakenOut() {
    LiveKitSettings rotated =
        new LiveKitSettings(
            List.of("newkey"), List.of(new Secret("another-secret-another-secret-32ch")));

    assertThat(by(rotated, Clock.systemUTC()).isValid(signed("dev", "short", BODY), BODY))
        .isFalse();
  }

  @Test
  void acceptsTwoSecretsOfOneKey() {
    LiveKitSettings renewed =
        new LiveKitSettings(
            List.of("dev", "dev"), List.of(new Secret("brand-new"), new Secret("short")));

    assertThat(by(renewed, Clock.systemUTC()).isValid(signed("dev", "short", BODY), BODY)).isTrue();
    assertThat(uses("older")).isEqualTo(1);
  }

  @Test
  void tellsABadTokenBeforeTheBodyIsThere() {
    assertThat(now().digest(signed(RecordedWebhooks.KEY, "wrong", BODY))).isEmpty();
    assertThat(at(WEBHOOK.receivedAt().plus(Duration.ofMinutes(7))).digest(WEBHOOK.authorization()))
        .isEmpty();
    assertThat(whenItCame().digest(WEBHOOK.authorization())).isPresent();
  }

  @Test
  void refusesABodyOfOneChangedByte() {
    byte[] changed = BODY.clone();
    changed[changed.length - 2]++;

    assertThat(whenItCame().isValid(WEBHOOK.authorization(), changed)).isFalse();
  }

  @Test
  void refusesAnotherSecretAnUnknownKeyAndNonsense() {
    assertThat(now().isValid(signed(RecordedWebhooks.KEY, "wrong", BODY), BODY)).isFalse();
    assertThat(now().isValid(signed("unknown", RecordedWebhooks.SECRET, BODY), BODY)).isFalse();
    assertThat(now().isValid("nonsense", BODY)).isFalse();
    assertThat(now().isValid("a.b.c", BODY)).isFalse();
  }

  @Test
  void refusesATokenWithoutDigest() {
    AccessToken token = new AccessToken(RecordedWebhooks.KEY, RecordedWebhooks.SECRET);

    assertThat(now().isValid(token.toJwt(), BODY)).isFalse();
  }

  @Test
  void refusesATokenWithoutSignature() {
    String header = Base64.getUrlEncoder().encodeToString("{\"alg\":\"none\"}".getBytes(UTF_8));
    String payload = WEBHOOK.authorization().split("\\.")[1];

    assertThat(whenItCame().isValid(header + "." + payload + ".", BODY)).isFalse();
  }

  @Test
  void refusesAnOldToken() {
    Instant later = WEBHOOK.receivedAt().plus(Duration.ofMinutes(7));

    assertThat(at(later).isValid(WEBHOOK.authorization(), BODY)).isFalse();
  }

  private static String signed(String key, String secret, byte[] body) {
    AccessToken token = new AccessToken(key, secret);
    token.setSha256(Base64.getEncoder().encodeToString(Sha256.of(body)));
    return token.toJwt();
  }

  private LiveKitSignature whenItCame() {
    return at(WEBHOOK.receivedAt());
  }

  private LiveKitSignature now() {
    return by(SETTINGS, Clock.systemUTC());
  }

  private LiveKitSignature at(Instant now) {
    return by(SETTINGS, Clock.fixed(now, ZoneOffset.UTC));
  }

  private LiveKitSignature by(LiveKitSettings settings, Clock clock) {
    return new LiveKitSignature(settings, new SecretUses(meters, clock), clock);
  }

  private double uses(String age) {
    return meters
        .get("rapidcall.secret.uses")
        .tags("secret", "livekit", "age", age)
        .counter()
        .count();
  }
}
