package dev.rapidcall.messaging.consuming;

import dev.rapidcall.messaging.EventConsumer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.springframework.context.SmartLifecycle;

/** All consumers of this service: started together after everything else, stopped together. */
public final class EventConsumers implements SmartLifecycle {
  /** With the web server and before whatever they use: the first to stop. */
  private static final int PHASE = Integer.MAX_VALUE - 100;

  private final List<RunningConsumer> consumers;
  private volatile boolean running;

  EventConsumers(List<EventConsumer<?>> beans, ContainerFactory containers) {
    requireOwnNames(beans);
    List<RunningConsumer> made = new java.util.ArrayList<>();
    beans.forEach(bean -> made.add(containers.create(bean)));
    consumers = List.copyOf(made);
  }

  /** The state of each consumer by its name, in words; {@code running} is the good one. */
  public Map<String, String> states() {
    Map<String, String> states = new LinkedHashMap<>();
    consumers.forEach(consumer -> states.put(consumer.name(), state(consumer)));
    return states;
  }

  /** Whether every consumer runs and none is held up. */
  public boolean areWell() {
    return consumers.stream()
        .allMatch(consumer -> consumer.isRunning() && consumer.heldUp().isEmpty());
  }

  @Override
  public void start() {
    consumers.forEach(RunningConsumer::start);
    running = true;
  }

  @Override
  public void stop() {
    stop(() -> {});
  }

  @Override
  public void stop(Runnable whenStopped) {
    running = false;
    AtomicInteger left = new AtomicInteger(consumers.size());
    if (consumers.isEmpty()) {
      whenStopped.run();
    }
    for (RunningConsumer consumer : consumers) {
      consumer.stop(
          () -> {
            if (left.decrementAndGet() == 0) {
              whenStopped.run();
            }
          });
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return PHASE;
  }

  private static String state(RunningConsumer consumer) {
    if (!consumer.isRunning()) {
      return "stopped";
    }
    return consumer.heldUp().isEmpty() ? "running" : "held up: " + consumer.heldUp();
  }

  private static void requireOwnNames(List<EventConsumer<?>> beans) {
    Map<String, Long> uses =
        beans.stream().collect(Collectors.groupingBy(EventConsumer::name, Collectors.counting()));
    uses.forEach(
        (name, count) -> {
          if (count > 1) {
            throw new IllegalStateException(count + " event consumers are named " + name);
          }
        });
  }
}
