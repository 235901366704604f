package dev.rapidcall.messaging;

import dev.rapidcall.events.CallChannel;
import dev.rapidcall.events.CallEvent;
import dev.rapidcall.events.CallEvent.CallCorrected;
import dev.rapidcall.events.CallEvent.CallResult;
import dev.rapidcall.events.CallId;
import dev.rapidcall.events.EventId;
import dev.rapidcall.events.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** Events that can be told apart by a number, so that order and duplicates show. */
public final class NumberedEvents {
  public static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");

  private NumberedEvents() {}

  public static CallEvent event(String call, int number) {
    return new CallCorrected(
        new CallId(call),
        new WorkspaceId("ws_test"),
        CallChannel.WEB,
        new CallResult(null, NOON, Duration.ZERO, "test"),
        number);
  }

  public static String id(String call, int number) {
    return call + "-" + number;
  }

  public static Envelope<CallEvent> envelope(String call, int number) {
    return new Envelope<>(
        new EventId(id(call, number)), "test", NOON, NOON, null, null, event(call, number));
  }

  public static int number(Envelope<CallEvent> envelope) {
    return envelope.event() instanceof CallCorrected corrected ? corrected.revision() : -1;
  }

  /** 1 to n. */
  public static List<Integer> upTo(int n) {
    return IntStream.rangeClosed(1, n).boxed().toList();
  }
}
