package dev.rapidcall.messaging.autoconfigure;

import dev.rapidcall.messaging.consuming.EventConsumers;
import dev.rapidcall.messaging.outbox.OutboxRelay;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Down when a consumer stopped or is held up, or when the relay cannot send. */
final class MessagingHealth implements HealthIndicator {
  private final @Nullable EventConsumers consumers;
  private final @Nullable OutboxRelay relay;

  MessagingHealth(@Nullable EventConsumers consumers, @Nullable OutboxRelay relay) {
    this.consumers = consumers;
    this.relay = relay;
  }

  @Override
  public Health health() {
    Health.Builder health = Health.up();
    if (consumers != null) {
      health.withDetail("consumers", consumers.states());
    }
    if (relay != null) {
      health.withDetail("relay", relayState(relay));
    }
    return isWell() ? health.build() : health.down().build();
  }

  private boolean isWell() {
    boolean consume = consumers == null || consumers.areWell();
    boolean send = relay == null || relay.isRunning() && relay.failure() == null;
    return consume && send;
  }

  private static String relayState(OutboxRelay relay) {
    if (!relay.isRunning()) {
      return "stopped";
    }
    Throwable failure = relay.failure();
    return failure == null ? "running" : "failing: " + failure.getClass().getName();
  }
}
