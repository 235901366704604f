package dev.rapidcall.messaging.kafka;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;

/**
 * A topic takes records a moment after it was made, when each partition's leader knows of it.
 * Whoever answers requests needs it at once, so the start waits for that moment.
 */
final class NewTopics {
  private static final Duration PAUSE = Duration.ofMillis(50);

  private final Admin admin;
  private final Map<TopicPartition, OffsetSpec> partitions = new HashMap<>();

  NewTopics(Admin admin, List<String> topics, int partitionsEach) {
    this.admin = admin;
    for (String topic : topics) {
      for (int partition = 0; partition < partitionsEach; partition++) {
        partitions.put(new TopicPartition(topic, partition), OffsetSpec.latest());
      }
    }
  }

  void awaitLeaders(Duration atMost)
      throws ExecutionException, TimeoutException, InterruptedException {
    long deadline = System.nanoTime() + atMost.toNanos();
    while (!haveLeaders(deadline - System.nanoTime())) {
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  /** Only a leader can tell where its partition ends. */
  private boolean haveLeaders(long nanosLeft)
      throws ExecutionException, TimeoutException, InterruptedException {
    try {
      admin.listOffsets(partitions).all().get(nanosLeft, NANOSECONDS);
      return true;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RetriableException && nanosLeft > 0) {
        return false;
      }
      throw e;
    }
  }
}
