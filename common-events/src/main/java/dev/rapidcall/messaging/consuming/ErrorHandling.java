package dev.rapidcall.messaging.consuming;

import java.time.Duration;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.ConsumerRecordRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;
import org.springframework.util.backoff.FixedBackOff;

/**
 * What a container does after a failure. It waits with the consumer held at the failed record, so
 * that nothing of the partition overtakes it.
 */
final class ErrorHandling {
  private static final Duration FIRST = Duration.ofMillis(200);
  private static final Duration LONGEST = Duration.ofSeconds(10);
  private static final int TRIES_IF_UNCLEAR = 3;

  private ErrorHandling() {}

  static CommonErrorHandler of(ConsumerRecordRecoverer deadLetters, ConsumerProgress progress) {
    DefaultErrorHandler handler = new DefaultErrorHandler(deadLetters, withoutEnd());
    handler.setBackOffFunction((record, failure) -> backOff(FailureKinds.of(failure)));
    handler.setRetryListeners(progress);
    handler.setLogLevel(KafkaException.Level.DEBUG);
    return handler;
  }

  private static BackOff backOff(FailureKind kind) {
    return switch (kind) {
      case DATA -> new FixedBackOff(0, 0);
      case UNCLEAR -> new FixedBackOff(FIRST.toMillis(), TRIES_IF_UNCLEAR);
      case INFRASTRUCTURE -> withoutEnd();
    };
  }

  private static BackOff withoutEnd() {
    ExponentialBackOff backOff = new ExponentialBackOff(FIRST.toMillis(), 2);
    backOff.setMaxInterval(LONGEST.toMillis());
    return backOff;
  }
}
