package dev.rapidcall.messaging.lag;

import dev.rapidcall.messaging.EventConsumer;
import dev.rapidcall.messaging.kafka.TopicNames;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/**
 * The records that a consumer has before it, by what is committed: true also while its partition is
 * held up, when the client's own number stands still.
 */
final class ConsumerLag implements Sample {
  private static final int SECONDS = 10;

  private final String group;
  private final String topic;
  private final Supplier<Admin> broker;
  private volatile double lag = Double.NaN;

  ConsumerLag(
      EventConsumer<?> consumer, TopicNames topics, Supplier<Admin> broker, MeterRegistry meters) {
    this.group = topics.group(consumer.name());
    this.topic = topics.of(consumer.events());
    this.broker = broker;
    Gauge.builder("rapidcall.consumer.lag", this, sample -> sample.lag)
        .description("Records of the topic that the consumer has not settled")
        .tags("consumer", consumer.name(), "topic", topic)
        .strongReference(true)
        .register(meters);
  }

  @Override
  public void take() {
    double measured = Double.NaN;
    try {
      measured = measure(broker.get());
    } catch (ExecutionException | TimeoutException e) {
      throw new KafkaException("the lag of " + group + " is unknown", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      lag = measured;
    }
  }

  private long measure(Admin admin)
      throws ExecutionException, TimeoutException, InterruptedException {
    Map<TopicPartition, Long> begin = offsets(admin, OffsetSpec.earliest());
    Map<TopicPartition, Long> end = offsets(admin, OffsetSpec.latest());
    Map<TopicPartition, OffsetAndMetadata> committed =
        get(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
    long behind = 0;
    for (Map.Entry<TopicPartition, Long> partition : end.entrySet()) {
      OffsetAndMetadata settled = committed.get(partition.getKey());
      long from = settled == null ? begin.get(partition.getKey()) : settled.offset();
      behind += Math.max(0, partition.getValue() - from);
    }
    return behind;
  }

  private Map<TopicPartition, Long> offsets(Admin admin, OffsetSpec spec)
      throws ExecutionException, TimeoutException, InterruptedException {
    Map<TopicPartition, OffsetSpec> asked =
        get(admin.describeTopics(List.of(topic)).allTopicNames()).values().stream()
            .flatMap(description -> description.partitions().stream())
            .collect(
                Collectors.toMap(
                    partition -> new TopicPartition(topic, partition.partition()), any -> spec));
    return get(admin.listOffsets(asked).all()).entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> offset(entry.getValue())));
  }

  private static long offset(ListOffsetsResultInfo found) {
    return found.offset();
  }

  private static <T> T get(KafkaFuture<T> answer)
      throws ExecutionException, TimeoutException, InterruptedException {
    return answer.get(SECONDS, TimeUnit.SECONDS);
  }

  @Override
  public String toString() {
    return "lag of " + group;
  }
}
