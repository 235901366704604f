package dev.rapidcall.gateway.webhooks.livekit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.events.CallId;
import dev.rapidcall.events.CallLifecycleEvent;
import dev.rapidcall.events.CallLifecycleEvent.EgressReported;
import dev.rapidcall.events.CallLifecycleEvent.EgressStatus;
import dev.rapidcall.events.CallLifecycleEvent.ParticipantJoined;
import dev.rapidcall.events.CallLifecycleEvent.ParticipantLeft;
import dev.rapidcall.events.EventId;
import dev.rapidcall.events.ParticipantKind;
import dev.rapidcall.events.RoomName;
import dev.rapidcall.messaging.Envelope;
import dev.rapidcall.testing.recorded.RecordedWebhooks;
import dev.rapidcall.testing.recorded.RecordedWebhooks.RecordedWebhook;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LiveKitTranslationTest {
  private static final Instant RECEIVED = Instant.parse("2026-11-23T00:00:00Z");
  private static final String ROOM = "\"room\":{\"name\":\"call-x-1\",\"sid\":\"RM_1\"}";

  /** The table: times are milliseconds after the room's beginning. */
  @ParameterizedTest
  @MethodSource("recordedCalls")
  void makesOfARecordedCallTheFactsOfTheTable(String name, List<String> expected) {
    List<Envelope<CallLifecycleEvent>> facts =
        RecordedWebhooks.of(name).stream().flatMap(LiveKitTranslationTest::facts).toList();
    Instant zero = facts.getFirst().occurredAt();

    assertThat(facts.stream().map(fact -> Summaries.of(fact, zero))).isEqualTo(expected);
    assertThat(facts.stream().map(fact -> fact.event().callId()).distinct()).hasSize(1);
    assertThat(facts.stream().map(Envelope::id)).doesNotHaveDuplicates();
  }

  @Test
  void theTableHasEveryRecordedCall() throws IOException {
    assertThat(recordedCalls().map(row -> row.get()[0]))
        .containsExactlyElementsOf(RecordedWebhooks.names());
  }

  @Test
  void namesTheCallAndTheEventAndTheTimes() {
    Envelope<CallLifecycleEvent> fact =
        only(
            "participant_joined",
            ROOM
                + ",\"participant\":{\"sid\":\"PA_1\",\"identity\":\"user-1\","
                + "\"joinedAt\":\"1795392315\",\"joinedAtMs\":\"1795392315900\"}");

    assertThat(fact.id())
        .isEqualTo(new EventId("livekit:" + CallId.of(new RoomName("call-x-1")) + ":EV_1"));
    assertThat(fact.source()).isEqualTo("livekit");
    assertThat(fact.occurredAt()).isEqualTo(Instant.ofEpochMilli(1_795_392_315_900L));
    assertThat(fact.recordedAt()).isEqualTo(RECEIVED);
    assertThat(fact.correlationId()).isEqualTo("request-1");
    assertThat(fact.event().callId()).isEqualTo(CallId.of(new RoomName("call-x-1")));
  }

  @Test
  void takesSecondsWhereMillisecondsAreNotSaid() {
    String participant = ROOM + ",\"participant\":{\"sid\":\"PA_1\",\"joinedAt\":\"1795392315\"}";

    assertThat(only("participant_joined", participant).occurredAt())
        .isEqualTo(Instant.ofEpochSecond(1_795_392_315L));
    assertThat(only("participant_joined", ROOM + ",\"participant\":{}").occurredAt())
        .isEqualTo(Instant.ofEpochSecond(1_795_392_300L));
  }

  @Test
  void namesAWebhookWithoutIdByItsBytes() {
    List<Envelope<CallLifecycleEvent>> facts = facts("{\"event\":\"room_finished\"," + ROOM + "}");

    assertThat(facts.getFirst().id())
        .isEqualTo(new EventId("livekit:" + CallId.of(new RoomName("call-x-1")) + ":digest"));
    assertThat(facts.getFirst().occurredAt()).isEqualTo(RECEIVED);
  }

  @Test
  void takesAnAbortedConnectionForALeaving() {
    CallLifecycleEvent event =
        only(
                "participant_connection_aborted",
                ROOM + ",\"participant\":{\"sid\":\"PA_1\",\"disconnectReason\":\"JOIN_FAILURE\"}")
            .event();

    assertThat(event)
        .isInstanceOfSatisfying(
            ParticipantLeft.class,
            left -> assertThat(left.disconnectReason()).isEqualTo("JOIN_FAILURE"));
  }

  @Test
  void makesNoCallerOfAKindThatItDoesNotKnow() {
    for (String kind : List.of("\"HOLOGRAM\"", "42", "\"CONNECTOR\"")) {
      CallLifecycleEvent event =
          only("participant_joined", ROOM + ",\"participant\":{\"kind\":" + kind + "}").event();

      assertThat(((ParticipantJoined) event).participant().kind())
          .as(kind)
          .isEqualTo(ParticipantKind.OTHER);
    }
  }

  @Test
  void keepsOnlyTheAttributesOfPhones() {
    CallLifecycleEvent event =
        only(
                "participant_joined",
                ROOM
                    + ",\"participant\":{\"kind\":\"SIP\",\"attributes\":"
                    + "{\"sip.callStatus\":\"ringing\",\"lk.other\":\"x\"}}")
            .event();

    assertThat(((ParticipantJoined) event).participant().attributes())
        .isEqualTo(Map.of("sip.callStatus", "ringing"));
  }

  @Test
  @DisplayName("weakness 9: the times of an egress are nanoseconds")
  void readsAnEgressInNanosecondsAndBelievesNoNegativeDuration() {
    EgressReported event =
        egress(
            "\"status\":\"EGRESS_COMPLETE\",\"startedAt\":\"1795392315736823116\","
                + "\"updatedAt\":\"1795392343742000000\",\"fileResults\":[{\"filename\":\"a.mp3\","
                + "\"duration\":\"-5\",\"startedAt\":\"1795392316000000001\"}]");

    assertThat(event.startedAt()).isEqualTo(Instant.ofEpochSecond(1_795_392_315L, 736_823_116));
    assertThat(event.updatedAt()).isEqualTo(Instant.ofEpochSecond(1_795_392_343L, 742_000_000));
    assertThat(event.endedAt()).isNull();
    assertThat(event.file()).isNotNull();
    assertThat(requireNonNull(event.file()).duration()).isNull();
    assertThat(requireNonNull(event.file()).sizeBytes()).isNull();
  }

  @Test
  void takesAMissingStatusForStartingAndANewOneForOther() {
    assertThat(egress("\"updatedAt\":\"1\"").status()).isEqualTo(EgressStatus.STARTING);
    assertThat(egress("\"status\":\"EGRESS_PAUSED\"").status()).isEqualTo(EgressStatus.OTHER);
    assertThat(egress("\"status\":\"EGRESS_LIMIT_REACHED\"").status())
        .isEqualTo(EgressStatus.LIMIT_REACHED);
  }

  @Test
  @DisplayName("weakness 9: the duration of a recording is in nanoseconds")
  void readsTheDurationOfAFile() {
    EgressReported event =
        egress("\"file\":{\"filename\":\"a.mp3\",\"duration\":\"1500000000\",\"size\":\"7\"}");

    assertThat(requireNonNull(event.file()).duration()).isEqualTo(Duration.ofMillis(1_500));
    assertThat(requireNonNull(event.file()).sizeBytes()).isEqualTo(7L);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"event\":\"track_published\",\"room\":{\"name\":\"call-x-1\"}}",
        "{\"event\":\"something_new\",\"room\":{\"name\":\"call-x-1\"},\"new\":{\"a\":[1]}}",
        "{\"event\":\"room_started\"}",
        "{\"event\":\"participant_joined\",\"room\":{\"name\":\"call-x-1\"}}",
        "{\"event\":\"egress_ended\",\"egressInfo\":{\"roomName\":\"call-x-1\"}}",
        "{\"event\":\"egress_ended\",\"egressInfo\":{\"egressId\":\"EG_1\"}}",
        "{}",
      })
  void makesNothingOfWhatConcernsNoCall(String body) {
    assertThat(facts(body)).isEmpty();
  }

  @Test
  void cannotReadWhatIsNoJson() {
    assertThat(WebhookBody.parse("nonsense".getBytes(UTF_8))).isEmpty();
    assertThat(WebhookBody.parse("[1]".getBytes(UTF_8))).isEmpty();
  }

  private static EgressReported egress(String fields) {
    return (EgressReported)
        only(
                "egress_updated",
                "\"egressInfo\":{\"egressId\":\"EG_1\",\"roomName\":\"call-x-1\"," + fields + "}")
            .event();
  }

  private static Envelope<CallLifecycleEvent> only(String event, String fields) {
    List<Envelope<CallLifecycleEvent>> facts =
        facts(
            "{\"event\":\""
                + event
                + "\",\"id\":\"EV_1\",\"createdAt\":\"1795392300\","
                + fields
                + "}");
    assertThat(facts).hasSize(1);
    return facts.getFirst();
  }

  private static List<Envelope<CallLifecycleEvent>> facts(String body) {
    return LiveKitTranslation.facts(
        WebhookBody.parse(body.getBytes(UTF_8)).orElseThrow(),
        new LiveKitTranslation.Receipt("digest", RECEIVED, "request-1"));
  }

  private static Stream<Envelope<CallLifecycleEvent>> facts(RecordedWebhook webhook) {
    return LiveKitTranslation.facts(
        WebhookBody.parse(webhook.body().getBytes(UTF_8)).orElseThrow(),
        new LiveKitTranslation.Receipt("digest", webhook.receivedAt(), null))
        .stream();
  }

  static Stream<Arguments> recordedCalls() throws IOException {
    Map<String, List<String>> table = new LinkedHashMap<>();
    try (var file = LiveKitTranslationTest.class.getResourceAsStream("recorded-facts.txt")) {
      Optional<String> call = Optional.empty();
      for (String line : new String(requireNonNull(file).readAllBytes(), UTF_8).lines().toList()) {
        if (line.startsWith("== ")) {
          call = Optional.of(line.substring("== ".length()));
          table.put(call.get(), new ArrayList<>());
        } else {
          requireNonNull(table.get(call.orElseThrow())).add(line);
        }
      }
    }
    return table.entrySet().stream().map(row -> Arguments.of(row.getKey(), row.getValue()));
  }
}
