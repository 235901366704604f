package dev.rapidcall.calls.webhooks.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerdictTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final SendResult SILENCE =
      new SendResult(null, "no answer in time", Duration.ofSeconds(10));

  @ParameterizedTest
  @ValueSource(ints = {200, 201, 204, 299})
  void isDeliveredWhenTheReceiverSaysSo(int status) {
    assertThat(Verdict.on(answered(status), 1, NOW, 0.5))
        .isEqualTo(new Verdict(DeliveryStatus.DELIVERED, null));
  }

  @Test
  void stopsWhenTheReceiverIsGone() {
    assertThat(Verdict.on(answered(410), 1, NOW, 0.5).status()).isEqualTo(DeliveryStatus.FAILED);
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 400, 404, 429, 500, 503})
  void triesAgainAfterEverythingElse(int status) {
    assertThat(Verdict.on(answered(status), 1, NOW, 0.5))
        .isEqualTo(new Verdict(DeliveryStatus.PENDING, NOW.plusSeconds(5)));
    assertThat(Verdict.on(SILENCE, 2, NOW, 0.5).tryAgainAt()).isEqualTo(NOW.plusSeconds(30));
  }

  @Test
  void givesUpAfterSomeTwentyFourHoursOfEverLongerPauses() {
    Duration whole = Duration.ZERO;
    Duration last = Duration.ZERO;
    int tries = 1;
    Verdict verdict = Verdict.on(SILENCE, tries, NOW, 0.5);
    while (verdict.status() == DeliveryStatus.PENDING) {
      Duration pause = Duration.between(NOW, Objects.requireNonNull(verdict.tryAgainAt()));
      assertThat(pause).isGreaterThanOrEqualTo(last);
      last = pause;
      whole = whole.plus(pause);
      tries++;
      verdict = Verdict.on(SILENCE, tries, NOW, 0.5);
    }

    assertThat(verdict.status()).isEqualTo(DeliveryStatus.FAILED);
    assertThat(tries).isEqualTo(11);
    assertThat(whole).isBetween(Duration.ofHours(20), Duration.ofHours(26));
  }

  @Test
  void chanceSpreadsThePause() {
    assertThat(Verdict.on(SILENCE, 1, NOW, 0).tryAgainAt()).isEqualTo(NOW.plusMillis(4500));
    assertThat(Verdict.on(SILENCE, 1, NOW, 1).tryAgainAt()).isEqualTo(NOW.plusMillis(5500));
  }

  private static SendResult answered(int status) {
    return new SendResult(status, null, Duration.ofMillis(5));
  }
}
