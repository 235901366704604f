package dev.rapidcall.messaging.consuming;

import dev.rapidcall.messaging.EventHeaders;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.RetryListener;

/** What one consumer does, in numbers and log lines, and which partitions are held up by what. */
final class ConsumerProgress implements RetryListener {
  private static final Logger log = LoggerFactory.getLogger(ConsumerProgress.class);

  private final String consumer;
  private final MeterRegistry meters;
  private final Counter dead;
  private final Map<TopicPartition, String> heldUp = new ConcurrentHashMap<>();

  ConsumerProgress(String consumer, MeterRegistry meters) {
    this.consumer = consumer;
    this.meters = meters;
    this.dead =
        Counter.builder("rapidcall.dead.letters")
            .description("Records that the consumer gave to the dead letters")
            .tag("consumer", consumer)
            .register(meters);
  }

  /** The partitions whose next record fails again and again, with the last reason. */
  Map<TopicPartition, String> heldUp() {
    return Map.copyOf(heldUp);
  }

  void handled(ConsumerRecord<?, ?> record, boolean first) {
    settled(record, first ? "handled" : "duplicate");
  }

  void unknownType(ConsumerRecord<?, ?> record) {
    log.debug("{} does not know the type of {}", consumer, at(record));
    settled(record, "unknown");
  }

  /** Partitions that another instance took over are no longer our business. */
  void revoked(Iterable<TopicPartition> partitions) {
    partitions.forEach(heldUp::remove);
  }

  @Override
  public void failedDelivery(
      ConsumerRecord<?, ?> record, @Nullable Exception failure, int attempt) {
    count(record, "failed");
    if (failure != null && FailureKinds.of(failure) == FailureKind.INFRASTRUCTURE) {
      Throwable cause = Causes.root(failure);
      heldUp.put(partition(record), cause.getClass().getName());
      log.warn(
          "{} tries {} again, attempt {}: {}", consumer, at(record), attempt, cause.toString());
    }
  }

  @Override
  public void recovered(ConsumerRecord<?, ?> record, @Nullable Exception failure) {
    log.error(
        "{} gave {} to the dead letters: {}",
        consumer,
        at(record),
        failure == null ? "unknown" : Causes.thrown(failure).getClass().getName());
    dead.increment();
    settled(record, "dead");
  }

  @Override
  public void recoveryFailed(
      ConsumerRecord<?, ?> record, @Nullable Exception original, Exception failure) {
    heldUp.put(partition(record), "dead letters cannot be written");
    log.error("{} could not give {} to the dead letters", consumer, at(record), failure);
  }

  private void settled(ConsumerRecord<?, ?> record, String outcome) {
    heldUp.remove(partition(record));
    count(record, outcome);
  }

  private void count(ConsumerRecord<?, ?> record, String outcome) {
    meters
        .counter(
            "rapidcall.events.consumed",
            "consumer",
            consumer,
            "type",
            type(record, outcome),
            "outcome",
            outcome)
        .increment();
  }

  /** Names from the wire become metric tags only when they are ours. */
  private static String type(ConsumerRecord<?, ?> record, String outcome) {
    boolean ours = outcome.equals("handled") || outcome.equals("duplicate");
    return ours ? RecordHeaders.of(record).getOrDefault(EventHeaders.TYPE, "none") : "any";
  }

  private static TopicPartition partition(ConsumerRecord<?, ?> record) {
    return new TopicPartition(record.topic(), record.partition());
  }

  private static String at(ConsumerRecord<?, ?> record) {
    return record.topic() + "-" + record.partition() + "@" + record.offset();
  }
}
