package dev.rapidcall.local.platform;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stops what was started, the upper layers first, those of one layer together. What is started
 * after the stop has begun is stopped at once.
 */
final class StopSequence implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(StopSequence.class);

  private final Map<Layer, List<AutoCloseable>> started = new EnumMap<>(Layer.class);
  private boolean stopping;

  <T extends AutoCloseable> T add(Layer layer, T part) {
    synchronized (this) {
      if (!stopping) {
        started.computeIfAbsent(layer, l -> new ArrayList<>()).add(part);
        return part;
      }
    }
    stop(layer, part);
    throw new PlatformException("The platform is being stopped");
  }

  @Override
  public void close() {
    synchronized (this) {
      stopping = true;
    }
    for (Layer layer : List.of(Layer.values()).reversed()) {
      Together.run(parts(layer).stream().<Runnable>map(part -> () -> stop(layer, part)).toList());
    }
  }

  private synchronized List<AutoCloseable> parts(Layer layer) {
    List<AutoCloseable> parts = started.remove(layer);
    return parts == null ? List.of() : parts;
  }

  private static void stop(Layer layer, AutoCloseable part) {
    try {
      part.close();
    } catch (Exception e) {
      log.warn("{} did not stop cleanly.", layer, e);
    }
  }
}
