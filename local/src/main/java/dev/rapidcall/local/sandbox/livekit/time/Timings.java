package dev.rapidcall.local.sandbox.livekit.time;

import java.time.Duration;
import java.util.List;

/** How long everything takes in the sandbox. */
public record Timings(
    RoomTimings rooms, EgressTimings egress, CallTimings calls, WebhookTimings webhooks) {

  private static final WebhookTimings LIKE_LIVEKIT_WEBHOOKS =
      new WebhookTimings(
          List.of(
              Duration.ofSeconds(1),
              Duration.ofSeconds(2),
              Duration.ofSeconds(4),
              Duration.ofSeconds(8)),
          Duration.ofSeconds(30));

  /** As measured on a real server with a real agent. */
  public static Timings likeLiveKit() {
    return new Timings(
        new RoomTimings(null, null, Duration.ofSeconds(5)),
        new EgressTimings(
            Duration.ofMillis(500),
            Duration.ofMillis(75),
            Duration.ofMillis(100),
            Duration.ofMillis(215),
            Duration.ofSeconds(3),
            Duration.ofSeconds(22)),
        new CallTimings(
            Duration.ofMillis(330),
            Duration.ofMillis(740),
            Duration.ofMillis(60),
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            Duration.ofSeconds(16)),
        LIKE_LIVEKIT_WEBHOOKS);
  }

  /** For tests: the same things in the same order, without the waiting. */
  public static Timings quick() {
    return new Timings(
        new RoomTimings(null, Duration.ofSeconds(1), Duration.ofSeconds(5)),
        new EgressTimings(
            Duration.ofMillis(5),
            Duration.ofMillis(5),
            Duration.ofMillis(5),
            Duration.ofMillis(10),
            Duration.ofMillis(50),
            Duration.ofMillis(500)),
        new CallTimings(
            Duration.ofMillis(20),
            Duration.ofMillis(40),
            Duration.ofMillis(5),
            Duration.ofMillis(200),
            Duration.ofMillis(100),
            Duration.ofMillis(300)),
        LIKE_LIVEKIT_WEBHOOKS);
  }

  public Timings with(RoomTimings other) {
    return new Timings(other, egress, calls, webhooks);
  }

  public Timings with(EgressTimings other) {
    return new Timings(rooms, other, calls, webhooks);
  }

  public Timings with(CallTimings other) {
    return new Timings(rooms, egress, other, webhooks);
  }

  public Timings with(WebhookTimings other) {
    return new Timings(rooms, egress, calls, other);
  }
}
