package dev.rapidcall.calls.webhooks.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.calls.timeline.Fact;
import dev.rapidcall.events.CallChannel;
import dev.rapidcall.events.CallId;
import dev.rapidcall.events.CallLifecycleEvent.ParticipantJoined;
import dev.rapidcall.events.CallMetricsEvent.CallMetricsReported;
import dev.rapidcall.events.Event;
import dev.rapidcall.events.EventId;
import dev.rapidcall.events.Participant;
import dev.rapidcall.events.ParticipantKind;
import dev.rapidcall.events.RoomName;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PhoneNumbersTest {
  private static final String THEIRS = "+15551230001";
  private static final String OURS = "+15559990000";
  private static final RoomName ROOM = new RoomName("inbound-1");
  private static final CallId CALL = CallId.of(ROOM);

  @Test
  void aCallerCallsUs() {
    assertThat(PhoneNumbers.of(CallChannel.PHONE_INBOUND, "unknown", List.of(phone(THEIRS, OURS))))
        .isEqualTo(new PhoneNumbers(THEIRS, OURS));
  }

  @Test
  void weCallSomebody() {
    assertThat(PhoneNumbers.of(CallChannel.PHONE_OUTBOUND, THEIRS, List.of(phone(THEIRS, OURS))))
        .isEqualTo(new PhoneNumbers(OURS, THEIRS));
  }

  @Test
  void aBrowserHasNoNumber() {
    assertThat(PhoneNumbers.of(CallChannel.WEB, "webtest", List.of()))
        .isEqualTo(new PhoneNumbers("webtest", "webtest"));
  }

  @Test
  void withoutLiveKitsWordTheCallsRowAndTheAgentsWordHold() {
    Fact reported =
        fact(
            new CallMetricsReported(
                CALL, null, null, null, null, Map.of("trunkNumber", OURS, "callerNumber", "+1")));

    assertThat(PhoneNumbers.of(CallChannel.PHONE_INBOUND, THEIRS, List.of(reported)))
        .isEqualTo(new PhoneNumbers(THEIRS, OURS));
    assertThat(PhoneNumbers.of(CallChannel.PHONE_INBOUND, "unknown", List.of(reported)))
        .isEqualTo(new PhoneNumbers("+1", OURS));
  }

  @Test
  void aHiddenNumberIsEmpty() {
    assertThat(PhoneNumbers.of(CallChannel.PHONE_INBOUND, "unknown", List.of(phone("", OURS))))
        .isEqualTo(new PhoneNumbers("", OURS));
  }

  private static Fact phone(String theirs, String ours) {
    return fact(
        new ParticipantJoined(
            CALL,
            ROOM,
            new Participant(
                "PA_1",
                "sip_1",
                ParticipantKind.SIP,
                Instant.EPOCH,
                Map.of("sip.phoneNumber", theirs, "sip.trunkPhoneNumber", ours))));
  }

  private static Fact fact(Event event) {
    return new Fact(new EventId("e1"), "livekit", Instant.EPOCH, Instant.EPOCH, event);
  }
}
