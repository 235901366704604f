package dev.rapidcall.local;

import dev.rapidcall.local.platform.LocalPlatform;
import java.io.PrintStream;
import java.time.Duration;

/** What Ctrl-C and SIGTERM do. */
final class Shutdown {

  /** The process ends then in any case; the next start clears up what is left. */
  private static final Duration PATIENCE = Duration.ofSeconds(9);

  private Shutdown() {}

  static void onSignal(LocalPlatform platform, PrintStream out) {
    Runtime.getRuntime()
        .addShutdownHook(Thread.ofPlatform().name("stop").unstarted(() -> stop(platform, out)));
  }

  private static void stop(LocalPlatform platform, PrintStream out) {
    out.println("Stopping …");
    Thread stopping = Thread.ofPlatform().daemon().start(platform::close);
    try {
      out.println(
          stopping.join(PATIENCE) ? "Stopped." : "Not everything stopped in time; ending anyway.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
