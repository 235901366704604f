package dev.rapidcall.calls.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rapidcall.events.CallChannel;
import dev.rapidcall.service.errors.ApiException.Invalid;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallFilterTest {
  private static final CallCursor PLACE =
      new CallCursor(Instant.parse("2026-11-22T10:00:00.123456Z"), "call_000000000001");

  @Test
  void whatIsNotSaidAsksForAll() {
    CallFilter all = read(Map.of());

    assertThat(all)
        .isEqualTo(new CallFilter(null, null, null, null, null, null, null, null, null, null));
    assertThat(read(Map.of("agentId", "", "from", " ", "limit", ""))).isEqualTo(all);
  }

  @Test
  void everythingThatIsSaidIsRead() {
    CallFilter filter =
        read(
            Map.of(
                "agentId", "agent00001",
                "outcome", "user_hangup",
                "channel", "inbound",
                "label", "vip",
                "hasRecording", "false",
                "q", " 555 ",
                "from", "0",
                "to", "1763805600000",
                "limit", "200",
                "cursor", PLACE.encode()));

    assertThat(filter)
        .isEqualTo(
            new CallFilter(
                "agent00001",
                "user_hangup",
                CallChannel.PHONE_INBOUND,
                "vip",
                false,
                "555",
                Instant.EPOCH,
                Instant.ofEpochMilli(1_763_805_600_000L),
                PLACE,
                200));
  }

  @Test
  void aCursorAloneAsksForAPageToo() {
    assertThat(read(Map.of("cursor", PLACE.encode())).limit()).isEqualTo(50);
  }

  @ParameterizedTest(name = "{0}={1}")
  @CsvSource({
    "limit, 0",
    "limit, 201",
    "limit, -1",
    "limit, 1.5",
    "limit, many",
    "from, yesterday",
    "from, 1.5",
    "to, -1",
    "to, 99999999999999999999",
    "channel, phone",
    "hasRecording, 1",
    "cursor, AAAA",
    "cursor, '!'",
    "cursor, OTk5OTk5LTEyLTMxVDAwOjAwOjAwWiB4",
    "q, nul"
  })
  void whatBreaksARuleIsToldUnderItsName(String name, String value) {
    String sent = value.equals("nul") ? "a\0b" : value;

    assertThatExceptionOfType(Invalid.class)
        .isThrownBy(() -> read(Map.of(name, sent)))
        .satisfies(refused -> assertThat(refused.extras().toString()).contains(name + "="));
  }

  @Test
  void aCursorIsReadBackToTheMicrosecond() {
    assertThat(CallCursor.decode(PLACE.encode())).contains(PLACE);
    assertThat(PLACE.encode()).matches("[0-9A-Za-z_-]+");
  }

  private static CallFilter read(Map<String, String> query) {
    Map<String, @Nullable String> sent = new HashMap<>(query);
    return CallFilter.read(
        new CallListParameters(
            sent.get("agentId"),
            sent.get("outcome"),
            sent.get("channel"),
            sent.get("label"),
            sent.get("hasRecording"),
            sent.get("q"),
            sent.get("from"),
            sent.get("to"),
            sent.get("limit"),
            sent.get("cursor")));
  }
}
