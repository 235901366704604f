package dev.rapidcall.messaging.consuming;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

/** A consumer bean with its container. */
final class RunningConsumer {
  private final String name;
  private final ConcurrentMessageListenerContainer<byte[], byte[]> container;
  private final ConsumerProgress progress;

  RunningConsumer(
      String name,
      ConcurrentMessageListenerContainer<byte[], byte[]> container,
      ConsumerProgress progress) {
    this.name = name;
    this.container = container;
    this.progress = progress;
  }

  String name() {
    return name;
  }

  void start() {
    container.start();
  }

  void stop(Runnable whenStopped) {
    container.stop(whenStopped);
  }

  /** Whether every thread of the container lives; the container itself may outlive them. */
  boolean isRunning() {
    return container.isRunning()
        && !container.getContainers().isEmpty()
        && container.getContainers().stream().allMatch(AbstractMessageListenerContainer::isRunning);
  }

  Map<TopicPartition, String> heldUp() {
    return progress.heldUp();
  }
}
