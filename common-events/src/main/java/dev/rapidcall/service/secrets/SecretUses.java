package dev.rapidcall.service.secrets;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows whether an old value of a secret is still in use: when it is not, it can go. */
public final class SecretUses {
  private static final Logger log = LoggerFactory.getLogger(SecretUses.class);
  private static final Duration QUIET = Duration.ofMinutes(1);

  private final MeterRegistry meters;
  private final Clock clock;

  public SecretUses(MeterRegistry meters, Clock clock) {
    this.meters = meters;
    this.clock = clock;
  }

  /**
   * The live values of a secret; their use is counted from now on.
   *
   * @param name as operators know it, such as {@code agent}
   */
  public <S> LiveSecrets<S> of(String name, List<S> newestFirst) {
    Counter newest = counter(name, "newest");
    Counter older = counter(name, "older");
    AtomicReference<Instant> said = new AtomicReference<>(Instant.EPOCH);
    return new LiveSecrets<>(
        newestFirst,
        position -> {
          (position == 0 ? newest : older).increment();
          if (position > 0) {
            say(name, position, said);
          }
        });
  }

  private void say(String name, int position, AtomicReference<Instant> said) {
    Instant last = said.get();
    Instant now = clock.instant();
    if (!now.isBefore(last.plus(QUIET)) && said.compareAndSet(last, now)) {
      log.warn("An older value of the {} secret is still used: value {}.", name, position + 1);
    }
  }

  private Counter counter(String name, String age) {
    return Counter.builder("rapidcall.secret.uses")
        .description("How often a live value of a secret was accepted")
        .tags("secret", name, "age", age)
        .register(meters);
  }
}
