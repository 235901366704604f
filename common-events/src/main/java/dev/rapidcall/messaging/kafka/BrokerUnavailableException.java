package dev.rapidcall.messaging.kafka;

import org.jspecify.annotations.Nullable;

/** The start found no broker that takes our topics. */
public final class BrokerUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BrokerUnavailableException(Object bootstrapServers, @Nullable Throwable cause) {
    super(
        "Kafka at "
            + bootstrapServers
            + " (KAFKA_BOOTSTRAP_SERVERS) did not create the topics: "
            + (cause == null ? "no answer" : cause),
        cause);
  }
}
