package dev.rapidcall.calls.lifecycle;

import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.List;
import java.util.function.IntFunction;
import org.springframework.stereotype.Component;

/** Keeps this instance's looks into rooms below what LiveKit allows; who finds none left waits. */
@Component
class LookBudget {
  private final Bucket bucket;

  LookBudget(LookSettings settings) {
    this.bucket =
        Bucket.builder()
            .addLimit(
                limit ->
                    limit
                        .capacity(settings.intoPerMinute())
                        .refillGreedy(settings.intoPerMinute(), Duration.ofMinutes(1)))
            .build();
  }

  /** Claims what may be looked into, and pays for what there was. */
  <T> List<T> spend(int limit, IntFunction<List<T>> claim) {
    int allowed = Math.toIntExact(bucket.tryConsumeAsMuchAsPossible(limit));
    List<T> claimed = allowed == 0 ? List.of() : claim.apply(allowed);
    if (claimed.size() < allowed) {
      bucket.addTokens(allowed - claimed.size());
    }
    return claimed;
  }
}
