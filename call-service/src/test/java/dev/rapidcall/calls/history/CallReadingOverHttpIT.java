package dev.rapidcall.calls.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.calls.recordings.NotePlay;
import dev.rapidcall.calls.testing.Api;
import dev.rapidcall.calls.testing.CallServiceOverHttp;
import dev.rapidcall.calls.testing.SomeCall;
import dev.rapidcall.calls.timeline.Fact;
import dev.rapidcall.calls.timeline.Timeline;
import dev.rapidcall.events.CallId;
import dev.rapidcall.events.CallLifecycleEvent.ParticipantJoined;
import dev.rapidcall.events.CallLifecycleEvent.ParticipantLeft;
import dev.rapidcall.events.Event;
import dev.rapidcall.events.EventId;
import dev.rapidcall.events.Participant;
import dev.rapidcall.events.ParticipantKind;
import dev.rapidcall.events.RecordingEvent.RecordingPlayed;
import dev.rapidcall.events.RoomName;
import dev.rapidcall.events.WorkspaceId;
import dev.rapidcall.service.identity.InternalTokens;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@CallServiceOverHttp
class CallReadingOverHttpIT {
  @LocalServerPort int port;
  @Autowired InternalTokens tokens;
  @Autowired JdbcClient jdbc;
  @Autowired NotePlay notePlay;
  @Autowired Timeline timeline;

  private final String workspace = "reading-" + UUID.randomUUID();
  private Api us;
  private Api nobody;

  @BeforeEach
  void begin() {
    nobody = Api.anonymous(port, tokens);
    us = nobody.as(workspace);
  }

  @Test
  void aCallWithoutAnythingYetHasEveryFieldOfTheContract() {
    String id = SomeCall.of(workspace).running().keep(jdbc);

    JsonNode call = us.get("/api/calls/" + id).body().path("call");

    assertThat(call.propertyNames())
        .contains(
            "id",
            "workspaceId",
            "agentId",
            "agentName",
            "to",
            "roomName",
            "startedAt",
            "endedAt",
            "durationSec",
            "outcome",
            "costUsd",
            "transcript",
            "recording",
            "metrics",
            "prompt",
            "analysisStatus",
            "postCallExtractionResults",
            "createdAt",
            "updatedAt");
    assertThat(call.path("transcript").isArray()).isTrue();
    assertThat(call.path("prompt").isNull()).isTrue();
    assertThat(call.path("metrics").path("abTest").isNull()).isTrue();
    assertThat(call.path("durationSec").asLong()).isZero();
  }

  @Test
  void anExportIsTheCallWithoutWhatIsOursAlone() {
    String id = SomeCall.of(workspace).talked(59_500).keep(jdbc);

    JsonNode export = us.get("/api/calls/" + id + "/export").body();

    assertThat(export.propertyNames()).containsExactly("call");
    assertThat(export.path("call").propertyNames())
        .containsExactly(
            "id",
            "agentId",
            "agentName",
            "roomName",
            "to",
            "startedAt",
            "endedAt",
            "durationSec",
            "outcome",
            "metrics",
            "transcript");
    assertThat(export.path("call").path("durationSec").asLong()).isEqualTo(60);
  }

  @Test
  void toolsAreShownToPeopleAndExportedAsTheyWereReported() {
    String id = SomeCall.of(workspace).keep(jdbc);
    jdbc.sql(
            """
            insert into call_transcripts (call_id, reported_by, reported_at, items)
            values (:id, 'AGENT', now(), '[{"kind":"tool_invocation","toolName":"book","input":{}}]')
            """)
        .param("id", id)
        .update();

    JsonNode shown = us.get("/api/calls/" + id).body().path("call").path("transcript").get(0);
    JsonNode exported =
        us.get("/api/calls/" + id + "/export").body().path("call").path("transcript").get(0);

    assertThat(shown.path("speaker").asString()).isEqualTo("Tool");
    assertThat(shown.path("text").asString()).isEqualTo("book was used");
    assertThat(exported.propertyNames()).containsExactlyInAnyOrder("kind", "toolName", "input");
  }

  @Test
  void howOftenTheRecordingWasHeardIsShownWhateverTheOrderOfTheCounts() {
    String id = SomeCall.of(workspace).recorded().keep(jdbc);
    assertThat(us.get("/api/calls/" + id).body().path("call").path("metrics").has("recording"))
        .isFalse();
    for (long plays : new long[] {2, 3, 1}) {
      notePlay.note(
          new RecordingPlayed(
              new CallId(id),
              new WorkspaceId(workspace),
              plays,
              SomeCall.START.plusSeconds(plays)));
    }

    JsonNode call = us.get("/api/calls/" + id).body().path("call");

    assertThat(call.path("recording").path("playbackGetCount").asInt()).isEqualTo(3);
    assertThat(call.path("metrics").path("recording").toString())
        .isEqualTo(
            "{\"playbackGetCount\":3,\"lastPlaybackAtMs\":"
                + SomeCall.START.plusSeconds(3).toEpochMilli()
                + "}");
  }

  @DisplayName("weakness 10: the minutes of participants are shown with the call")
  @Test
  void theMinutesOfParticipantsAreShown() {
    String id = SomeCall.of(workspace).keep(jdbc);
    Participant caller =
        new Participant("PA_1", "user-1", ParticipantKind.STANDARD, SomeCall.START, Map.of());
    Instant left = SomeCall.START.plusSeconds(100);
    RoomName room = new RoomName(id);
    append(SomeCall.START, new ParticipantJoined(new CallId(id), room, caller));
    append(left, new ParticipantLeft(new CallId(id), room, caller, left, "CLIENT_INITIATED"));

    JsonNode metrics = us.get("/api/calls/" + id).body().path("call").path("metrics");

    assertThat(metrics.path("normalized").path("participantMinutes").asInt()).isEqualTo(2);
    JsonNode livekit = metrics.path("livekit");
    assertThat(livekit.path("roomName").asString()).isEqualTo(id);
    assertThat(livekit.path("lastEventAtMs").asLong()).isEqualTo(left.toEpochMilli());
    assertThat(livekit.path("participants").path("user-1").toString())
        .isEqualTo("{\"joinedAtMs\":null,\"lastSeenAtMs\":" + left.toEpochMilli() + "}");
    assertThat(livekit.path("participantRawSecondsTotal").asInt()).isEqualTo(100);
    assertThat(livekit.path("participantBilledSecondsTotal").asInt()).isEqualTo(120);
    assertThat(livekit.path("participantMinutesBilled").asInt()).isEqualTo(2);
  }

  private void append(Instant at, Event event) {
    timeline.append(new Fact(new EventId(UUID.randomUUID().toString()), "test", at, at, event));
  }

  @Test
  void whatIsNotTheirsIsNotThere() {
    String id = SomeCall.of(workspace).keep(jdbc);
    Api them = nobody.as("others");

    for (String path : new String[] {"", "/export", "/timeline"}) {
      assertThat(us.get("/api/calls/" + id + path).status()).isEqualTo(200);
      assertThat(them.get("/api/calls/" + id + path).status()).isEqualTo(404);
      assertThat(us.get("/api/calls/nobody" + path).status()).isEqualTo(404);
      assertThat(us.get("/api/calls/%20" + path).status()).isEqualTo(404);
      assertThat(us.get("/api/calls/" + "x".repeat(300) + path).status()).isEqualTo(404);
      assertThat(nobody.get("/api/calls/" + id + path).status()).isEqualTo(401);
    }
    assertThat(nobody.asAgent().get("/api/calls/" + id).status()).isEqualTo(200);
  }

  @DisplayName("weakness 9: only an imported duration is doubted, a measured talk never")
  @ParameterizedTest(name = "imported {2}: {0} ms of {1} s are {3} s")
  @CsvSource({
    "60000, 60, false, 60",
    "59500, 60, false, 60",
    "59499, 60, false, 59",
    "1000, 120, false, 1",
    "0, 120, false, 0",
    ", , false, 0",
    "60000, 60, true, 60",
    "12000000000, 12, true, 12",
    "12000000000, 30000, true, 30000",
    "25000000, 21600, true, 21600",
    "25000000, 21601, true, 25000",
    "600000, 60, true, 60",
    "599000, 60, true, 599",
    "6000, 60, true, 60",
    "7000, 60, true, 7",
    "0, 60, true, 60",
    ", 60, true, 60",
    ", , true, 0",
    "5000, , true, 5",
    "5000, 0, true, 5",
    "5000, -60, true, 5",
    ", -60, true, 0"
  })
  void secondsOfACall(
      @Nullable Long talkMillis, @Nullable Long seconds, boolean imported, long expected) {
    long shown =
        jdbc.sql(
                """
                select call_seconds(:talk::bigint, 'epoch'::timestamptz,
                                    'epoch'::timestamptz + :seconds::bigint * interval '1 second',
                                    :imported)
                """)
            .param("talk", talkMillis)
            .param("seconds", seconds)
            .param("imported", imported)
            .query(Long.class)
            .single();

    assertThat(shown).isEqualTo(expected);
  }

  @DisplayName("weakness 9: an imported call with a garbled duration shows its real one everywhere")
  @Test
  void anImportedCallShowsItsRealDuration() {
    String id = SomeCall.of(workspace).talked(60_000_000_000L).imported().keep(jdbc);

    assertThat(us.get("/api/calls/" + id).body().path("call").path("durationSec").asLong())
        .isEqualTo(60);
    assertThat(us.get("/api/calls/" + id + "/export").body().path("call").path("durationSec"))
        .hasToString("60");
    assertThat(us.get("/api/calls").body().path("calls").get(0).path("durationSec").asLong())
        .isEqualTo(60);
    assertThat(us.get("/api/analytics?from=0").body().path("totals").path("avgDurationSec"))
        .hasToString("60");
  }
}
