package dev.rapidcall.service.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rapidcall.service.environment.Secret;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class LiveSecretsTest {
  private static final Secret NEW = new Secret("brand-new-value");
  private static final Secret OLD = new Secret("worn-old-value");

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private Instant now = Instant.parse("2026-11-02T10:15:30Z");
  private final InstantSource source = () -> now;
  private final SecretUses uses = new SecretUses(meters, source.withZone(ZoneOffset.UTC));

  @Test
  @DisplayName("weakness 28: old and new value are accepted side by side, the newest signs")
  void acceptsBothAndSignsWithTheNewest() {
    LiveSecrets<Secret> both = uses.of("agent", List.of(NEW, OLD));

    assertThat(accepts(both, "brand-new-value")).isTrue();
    assertThat(accepts(both, "worn-old-value")).isTrue();
    assertThat(accepts(both, "guessed")).isFalse();
    assertThat(both.newest()).isEqualTo(NEW);
    assertThat(count("newest")).isEqualTo(1);
    assertThat(count("older")).isEqualTo(1);
  }

  @Test
  void refusesAValueThatWasTakenOut() {
    LiveSecrets<Secret> rotated = uses.of("agent", List.of(NEW));

    assertThat(accepts(rotated, "worn-old-value")).isFalse();
    assertThat(count("older")).isZero();
  }

  @Test
  void looksAtEveryValueWhicheverFits() {
    List<Secret> tried = new ArrayList<>();
    LiveSecrets<Secret> both = uses.of("agent", List.of(NEW, OLD));

    both.accept(
        secret -> {
          tried.add(secret);
          return secret.matches("brand-new-value");
        });

    assertThat(tried).containsExactlyInAnyOrder(NEW, OLD);
  }

  @Test
  void saysOnceAMinuteThatAnOldValueIsInUseAndNeverTheValue(CapturedOutput output) {
    LiveSecrets<Secret> both = uses.of("agent", List.of(NEW, OLD));

    for (int use = 0; use < 5; use++) {
      accepts(both, "worn-old-value");
    }
    now = now.plus(Duration.ofSeconds(61));
    accepts(both, "worn-old-value");

    assertThat(output.getOut().lines().filter(line -> line.contains("agent secret"))).hasSize(2);
    assertThat(output).doesNotContain("worn-old-value").doesNotContain("brand-new-value");
    assertThat(count("older")).isEqualTo(6);
  }

  @Test
  void hasNothingToSignWithWhenUnset() {
    LiveSecrets<Secret> none = uses.of("agent", List.of());

    assertThat(none.isSet()).isFalse();
    assertThat(accepts(none, "")).isFalse();
    assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(none::newest);
  }

  private static boolean accepts(LiveSecrets<Secret> live, String presented) {
    return live.accept(secret -> secret.matches(presented));
  }

  private double count(String age) {
    return meters
        .get("rapidcall.secret.uses")
        .tags("secret", "agent", "age", age)
        .counter()
        .count();
  }
}
