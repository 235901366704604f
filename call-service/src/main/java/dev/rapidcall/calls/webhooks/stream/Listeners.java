package dev.rapidcall.calls.webhooks.stream;

import dev.rapidcall.calls.webhooks.events.CustomerEvents;
import dev.rapidcall.events.WorkspaceId;
import dev.rapidcall.service.errors.ApiException.TooManyRequests;
import dev.rapidcall.service.errors.ApiException.Unavailable;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Everybody who listens at this instance. Asks the database for all of them at once whether there
 * is news, so it matters not where an event was made. Stops before the web server does, which would
 * wait for streams that never end.
 */
@Component
class Listeners implements SmartLifecycle {
  private static final int RETRY_AFTER_SECONDS = 2;
  private static final int AFTER_A_STREAM_ENDED = 30;

  private final CustomerEvents events;
  private final StreamSettings settings;
  private final Set<Listener> open = ConcurrentHashMap.newKeySet();
  private volatile boolean running;

  Listeners(CustomerEvents events, StreamSettings settings) {
    this.events = events;
    this.settings = settings;
  }

  SseEmitter open(WorkspaceId workspace, Cursor after) {
    Listener listener = new Listener(workspace, after, events, settings);
    admit(listener);
    Thread.ofVirtual().name("events-" + workspace).start(() -> serve(listener));
    return listener.emitter();
  }

  @Scheduled(fixedDelayString = "${rapidcall.events.look-every}")
  void look() {
    Set<WorkspaceId> workspaces =
        open.stream().map(Listener::workspace).collect(Collectors.toSet());
    if (!workspaces.isEmpty()) {
      Map<WorkspaceId, Long> latest = events.latest(workspaces);
      open.forEach(listener -> listener.hasUpTo(latest.getOrDefault(listener.workspace(), 0L)));
    }
  }

  private synchronized void admit(Listener listener) {
    if (!running) {
      throw new Unavailable("Temporarily unavailable, try again", RETRY_AFTER_SECONDS);
    }
    long there =
        open.stream().filter(other -> other.workspace().equals(listener.workspace())).count();
    if (there >= settings.connections()) {
      throw new TooManyRequests("Too many streams are open", AFTER_A_STREAM_ENDED);
    }
    open.add(listener);
  }

  private void serve(Listener listener) {
    try {
      listener.run();
    } finally {
      open.remove(listener);
    }
  }

  @Override
  public void start() {
    running = true;
  }

  @Override
  public synchronized void stop() {
    running = false;
    open.forEach(Listener::close);
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
