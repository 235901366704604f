package dev.rapidcall.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rapidcall.events.BillingEvent;
import dev.rapidcall.events.CallEvent;
import dev.rapidcall.events.CallId;
import dev.rapidcall.events.CallLifecycleEvent;
import dev.rapidcall.events.CallLifecycleEvent.ParticipantJoined;
import dev.rapidcall.events.CallLifecycleEvent.RoomFinished;
import dev.rapidcall.events.EventId;
import dev.rapidcall.events.ParticipantKind;
import dev.rapidcall.events.RoomName;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventCodecTest {
  private static final RoomName ROOM = new RoomName("call-x");
  private static final String ROOM_FINISHED =
      "{\"callId\":\"c\",\"roomName\":\"r\",\"roomSid\":\"s\"}";

  private final EventCodec codec = new EventCodec();

  @Test
  void theAttributesOfCloudEventsTravelAsHeaders() {
    Envelope<CallLifecycleEvent> envelope =
        new Envelope<>(
            new EventId("livekit:EV_1"),
            "livekit",
            Instant.parse("2026-11-02T10:15:30.123Z"),
            Instant.parse("2026-11-02T10:15:31Z"),
            "req-7",
            new EventId("evt_cause"),
            new RoomFinished(CallId.of(ROOM), ROOM, "RM_1"));

    WireEvent wire = codec.encode(envelope);

    assertThat(wire.topic()).isEqualTo("rapidcall.call-lifecycle");
    assertThat(wire.key()).isEqualTo(CallId.of(ROOM).value());
    assertThat(wire.headers())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "ce_specversion", "1.0",
                "ce_id", "livekit:EV_1",
                "ce_type", "rapidcall.room.finished.v1",
                "ce_source", "livekit",
                "ce_time", "2026-11-02T10:15:30.123Z",
                "ce_recordedtime", "2026-11-02T10:15:31Z",
                "ce_correlationid", "req-7",
                "ce_causationid", "evt_cause",
                "content-type", "application/json"));
    assertThat(codec.decode(CallLifecycleEvent.class, wire.headers(), bytes(wire.payload())))
        .contains(envelope);
  }

  @Test
  void aTypeThatIsNotKnownIsNoError() {
    Map<String, String> headers = headers("rapidcall.call.teleported.v7");

    assertThat(codec.decode(CallEvent.class, headers, bytes("{}"))).isEmpty();
  }

  @Test
  void aKindThatIsNotKnownIsOther() {
    String json =
        """
        {"callId":"c","roomName":"r","participant":{"sid":"PA","identity":"i",
         "kind":"ROBOT","joinedAt":"2026-11-02T10:15:30Z","attributes":{}}}
        """;

    var envelope =
        codec.decode(
            CallLifecycleEvent.class, headers("rapidcall.participant.joined.v1"), bytes(json));

    assertThat(envelope.orElseThrow().event())
        .isInstanceOfSatisfying(
            ParticipantJoined.class,
            joined -> assertThat(joined.participant().kind()).isEqualTo(ParticipantKind.OTHER));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "not json",
        "null",
        "[]",
        "{}",
        "{\"callId\":\"c\",\"roomName\":\"r\",\"roomSid\":null}",
        "{\"callId\":\"c\",\"roomName\":\"\",\"roomSid\":\"s\"}",
        "{\"callId\":{},\"roomName\":\"r\",\"roomSid\":\"s\"}",
        "{\"callId\":\"c\",\"roomName\":\"r\",\"roomSid\":\"s\"} trailing"
      })
  void whatDoesNotFitItsTypeIsUndecodable(String json) {
    assertUndecodable(CallLifecycleEvent.class, headers("rapidcall.room.finished.v1"), json);
  }

  @Test
  void anEventOnTheWrongTopicIsUndecodable() {
    assertUndecodable(BillingEvent.class, headers("rapidcall.room.finished.v1"), ROOM_FINISHED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ce_id", "ce_type", "ce_source", "ce_time"})
  void aMissingHeaderIsUndecodable(String header) {
    Map<String, String> headers = headers("rapidcall.room.finished.v1");
    headers.remove(header);

    assertUndecodable(CallLifecycleEvent.class, headers, ROOM_FINISHED);
  }

  @Test
  void aMalformedTimeIsUndecodable() {
    Map<String, String> headers = headers("rapidcall.room.finished.v1");
    headers.put("ce_time", "yesterday");

    assertUndecodable(CallLifecycleEvent.class, headers, ROOM_FINISHED);
  }

  private void assertUndecodable(
      Class<? extends dev.rapidcall.events.Event> family,
      Map<String, String> headers,
      String json) {
    assertThatExceptionOfType(UndecodableEventException.class)
        .isThrownBy(() -> codec.decode(family, headers, bytes(json)));
  }

  private static Map<String, String> headers(String type) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("ce_id", "evt_1");
    headers.put("ce_type", type);
    headers.put("ce_source", "test");
    headers.put("ce_time", "2026-11-02T10:15:30Z");
    return headers;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
