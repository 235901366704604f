package dev.rapidcall.local.demo;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** Looks again and again until something has happened, and tells what it sees meanwhile. */
final class Wait {

  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final int LOOKS = 120;

  private final String what;
  private final Consumer<String> out;

  Wait(String what, Consumer<String> out) {
    this.what = what;
    this.out = out;
  }

  JsonNode until(
      Supplier<JsonNode> look, Predicate<JsonNode> done, Function<JsonNode, String> state) {
    String told = "";
    for (int looks = 0; looks < LOOKS; looks++) {
      JsonNode seen = look.get();
      if (done.test(seen)) {
        return seen;
      }
      String now = state.apply(seen);
      if (!now.equals(told)) {
        out.accept("Waiting for " + what + " (" + now + ") …");
        told = now;
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    throw new DemoException("Gave up waiting for " + what + ": " + told);
  }
}
