package dev.rapidcall.events;

import dev.rapidcall.events.BillingEvent.CallRated;
import dev.rapidcall.events.BillingEvent.CallRerated;
import dev.rapidcall.events.CallEvent.AgentMissing;
import dev.rapidcall.events.CallEvent.CallAnalyzed;
import dev.rapidcall.events.CallEvent.CallAnswered;
import dev.rapidcall.events.CallEvent.CallCorrected;
import dev.rapidcall.events.CallEvent.CallEnded;
import dev.rapidcall.events.CallEvent.CallImported;
import dev.rapidcall.events.CallEvent.CallResult;
import dev.rapidcall.events.CallEvent.CallStarted;
import dev.rapidcall.events.CallLifecycleEvent.AgentAnalysis;
import dev.rapidcall.events.CallLifecycleEvent.CallEndRequested;
import dev.rapidcall.events.CallLifecycleEvent.EgressFile;
import dev.rapidcall.events.CallLifecycleEvent.EgressReported;
import dev.rapidcall.events.CallLifecycleEvent.EgressStatus;
import dev.rapidcall.events.CallLifecycleEvent.EndRequester;
import dev.rapidcall.events.CallLifecycleEvent.ParticipantJoined;
import dev.rapidcall.events.CallLifecycleEvent.ParticipantLeft;
import dev.rapidcall.events.CallLifecycleEvent.RoomFinished;
import dev.rapidcall.events.CallLifecycleEvent.RoomStarted;
import dev.rapidcall.events.CallLifecycleEvent.TranscriptReported;
import dev.rapidcall.events.CallLifecycleEvent.TransferAttempted;
import dev.rapidcall.events.CallLifecycleEvent.TransferRefused;
import dev.rapidcall.events.CallLifecycleEvent.TransferRequested;
import dev.rapidcall.events.CallMetricsEvent.CallMetricsReported;
import dev.rapidcall.events.CallMetricsEvent.Models;
import dev.rapidcall.events.CallMetricsEvent.Usage;
import dev.rapidcall.events.RecordingEvent.RecordingFailed;
import dev.rapidcall.events.RecordingEvent.RecordingMissing;
import dev.rapidcall.events.RecordingEvent.RecordingPlayed;
import dev.rapidcall.events.RecordingEvent.RecordingReady;
import dev.rapidcall.events.RecordingEvent.RecordingRequested;
import dev.rapidcall.events.RecordingEvent.RecordingStarted;
import dev.rapidcall.events.RecordingEvent.RecordingUploaded;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One call told by every event of the vocabulary: with all that can be said, and with the least.
 */
public final class ExampleEvents {
  private static final RoomName ROOM = new RoomName("call-a1B2c3D4e5-0001");
  private static final CallId CALL = CallId.of(ROOM);
  private static final WorkspaceId WORKSPACE = new WorkspaceId("ws_0123456789ab");
  private static final EgressId EGRESS = new EgressId("EG_EjafZwoSso5n");
  private static final String BUCKET = "recordings";
  private static final String KEY = "calls/call_0001.mp3";
  private static final String UPLOAD = "uploads/call_0001/k3Jx.webm";
  private static final Instant STARTED = Instant.parse("2026-11-02T10:15:30Z");
  private static final Instant ANSWERED = Instant.parse("2026-11-02T10:15:31.250Z");
  private static final Instant ENDED = Instant.parse("2026-11-02T10:17:02Z");
  private static final Participant CALLER =
      new Participant("PA_caller", "web-user-1", ParticipantKind.STANDARD, ANSWERED, Map.of());
  private static final Participant PHONE =
      new Participant(
          "PA_phone",
          "sip_phone",
          ParticipantKind.SIP,
          ANSWERED,
          Map.of("sip.callStatus", "active"));
  private static final CallResult RESULT =
      new CallResult(ANSWERED, ENDED, Duration.ofMillis(90_750), "user_hangup");

  private ExampleEvents() {}

  /** Each event with every component filled. */
  public static List<Event> complete() {
    return List.of(
        new RoomStarted(CALL, ROOM, "RM_room"),
        new ParticipantJoined(CALL, ROOM, PHONE),
        new ParticipantLeft(CALL, ROOM, CALLER, ENDED, "CLIENT_INITIATED"),
        new RoomFinished(CALL, ROOM, "RM_room"),
        new CallEndRequested(CALL, EndRequester.AGENT, "agent_hangup"),
        new TransferRequested(CALL, ROOM, "tel:+15550001111"),
        new TransferAttempted(CALL, ROOM, "tel:+15550001111", ENDED),
        new TransferRefused(CALL, ROOM, new EventId("transfer:call_0001:attempt:1")),
        new TranscriptReported(CALL, EndRequester.AGENT, List.of(utterance(), toolCall())),
        egress(new EgressFile(KEY, 123_456_789_012L, Duration.ofMillis(89_900), ANSWERED, ENDED)),
        metrics(),
        new CallStarted(CALL, WORKSPACE, new AgentId("a1B2c3D4e5"), ROOM, CallChannel.WEB, STARTED),
        new CallAnswered(CALL, WORKSPACE, CallChannel.WEB, ANSWERED),
        new AgentMissing(CALL, WORKSPACE, CallChannel.WEB, ANSWERED),
        new CallEnded(CALL, WORKSPACE, CallChannel.WEB, RESULT),
        new CallCorrected(CALL, WORKSPACE, CallChannel.WEB, RESULT, 1),
        new CallAnalyzed(CALL, WORKSPACE, ENDED, true),
        new CallImported(CALL, WORKSPACE, STARTED, ENDED, KEY),
        new RecordingRequested(CALL, WORKSPACE, BUCKET, KEY),
        new RecordingStarted(CALL, WORKSPACE, EGRESS, BUCKET, KEY, STARTED),
        new RecordingReady(
            CALL, WORKSPACE, EGRESS, BUCKET, KEY, 1_440_000, Duration.ofMillis(89_900)),
        new RecordingFailed(CALL, WORKSPACE, EGRESS, "the egress was aborted"),
        new RecordingMissing(CALL, WORKSPACE, EGRESS, BUCKET, KEY, "no object in S3"),
        new RecordingUploaded(CALL, WORKSPACE, BUCKET, UPLOAD, "audio/webm", 96_000, ENDED),
        new RecordingPlayed(CALL, WORKSPACE, 3, ENDED),
        new CallRated(CALL, WORKSPACE, "payg-1", new BigDecimal("0.075625"), true),
        new CallRerated(
            CALL, WORKSPACE, "payg-1", new BigDecimal("0.07"), new BigDecimal("-0.005625"), true));
  }

  /** Those events that may leave something out, with nothing that may be left out. */
  public static List<Event> bare() {
    return List.of(
        new EgressReported(
            CALL, ROOM, EGRESS, EgressStatus.STARTING, STARTED, null, null, null, ""),
        new CallMetricsReported(CALL, null, null, null, null, null),
        new CallStarted(CALL, WORKSPACE, null, ROOM, CallChannel.PHONE_INBOUND, STARTED),
        new CallEnded(
            CALL,
            WORKSPACE,
            CallChannel.PHONE_INBOUND,
            new CallResult(null, ENDED, Duration.ZERO, "no_answer")),
        new CallImported(CALL, WORKSPACE, STARTED, ENDED, null),
        new RecordingReady(CALL, WORKSPACE, null, BUCKET, KEY, 0, null));
  }

  /** Those events that grew since their first approval, with what was added. */
  public static List<Event> grown() {
    return List.of(
        new CallEndRequested(
            CALL,
            EndRequester.AGENT,
            "agent_hangup",
            new AgentAnalysis(
                "completed",
                List.of(
                    nullable("name", "guests", "value", 2, "description", "At the table"),
                    nullable("name", "phone", "value", null)))));
  }

  private static Event egress(EgressFile file) {
    return new EgressReported(
        CALL, ROOM, EGRESS, EgressStatus.COMPLETE, ENDED, STARTED, ENDED, file, "none");
  }

  private static Event metrics() {
    return new CallMetricsReported(
        CALL,
        new Usage(
            9_000_000_000L,
            250L,
            120L,
            640L,
            new BigDecimal("31.5"),
            new BigDecimal("88.125"),
            "gpt-4.1-mini",
            "nova-3",
            "sonic-2"),
        new Models("gpt-4.1-mini", "nova-3", "sonic-2"),
        Map.of("llmTtftMs", new BigDecimal("412.75")),
        map("source", "agent", "participantsCountAvg", 2, "recordingEnabled", true),
        Map.of("rateKey", "us-local"));
  }

  private static Map<String, @Nullable Object> utterance() {
    return nullable("kind", "message", "role", "user", "text", "Grüß Gott", "interrupted", false);
  }

  private static Map<String, @Nullable Object> toolCall() {
    return nullable(
        "kind",
        "tool",
        "name",
        "book",
        "arguments",
        Map.of("day", 2),
        "tags",
        List.of("a", "b"),
        "result",
        null);
  }

  private static Map<String, Object> map(Object... pairs) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put(pairs[i].toString(), pairs[i + 1]);
    }
    return map;
  }

  private static Map<String, @Nullable Object> nullable(@Nullable Object... pairs) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    List<@Nullable Object> list = Arrays.asList(pairs);
    for (int i = 0; i < pairs.length; i += 2) {
      map.put(String.valueOf(list.get(i)), list.get(i + 1));
    }
    return map;
  }
}
