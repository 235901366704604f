package dev.rapidcall.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.events.Event;
import dev.rapidcall.events.EventId;
import dev.rapidcall.events.ExampleEvents;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventSnapshotTest {
  private final EventCodec codec = new EventCodec();

  static List<Class<? extends Event>> vocabulary() {
    return new EventTypes().all();
  }

  static List<Event> leastThatCanBeSaid() {
    return ExampleEvents.bare();
  }

  @ParameterizedTest
  @MethodSource("vocabulary")
  void everyEventIsWrittenAndReadAsApproved(Class<? extends Event> type) {
    assertApproved(example(type), EventTypes.wireName(type));
  }

  @ParameterizedTest
  @MethodSource("leastThatCanBeSaid")
  void whatIsUnknownIsLeftOut(Event event) {
    assertApproved(event, EventTypes.wireName(event.getClass()) + ".bare");
  }

  static List<Event> withWhatWasAdded() {
    return ExampleEvents.grown();
  }

  @ParameterizedTest
  @MethodSource("withWhatWasAdded")
  void whatWasAddedLaterIsWrittenAndReadAsApproved(Event event) {
    assertApproved(event, EventTypes.wireName(event.getClass()) + ".grown");
  }

  @ParameterizedTest
  @MethodSource("vocabulary")
  void aFieldOfANewerVersionIsIgnored(Class<? extends Event> type) {
    String approved = ApprovedEvents.read(EventTypes.wireName(type));
    String newer = "{\"addedLater\":{\"deep\":[1]}," + approved.substring(1);

    assertThat(read(type, newer)).isEqualTo(example(type));
  }

  @Test
  void theApprovedRecordOfANewerVersionIsRead() {
    String newer = ApprovedEvents.read("rapidcall.call.ended.v1.newer");

    assertThat(EventTypes.wireName(read(newer).getClass())).isEqualTo("rapidcall.call.ended.v1");
  }

  private void assertApproved(Event event, String name) {
    String approved = ApprovedEvents.read(name);
    assertThat(codec.encode(envelope(event)).payload()).isEqualTo(approved);
    assertThat(read(event.getClass(), approved)).isEqualTo(event);
  }

  private Event read(String json) {
    return read(dev.rapidcall.events.CallEvent.CallEnded.class, json);
  }

  private Event read(Class<? extends Event> type, String json) {
    Map<String, String> headers =
        Map.of(
            EventHeaders.ID, "evt_1",
            EventHeaders.TYPE, EventTypes.wireName(type),
            EventHeaders.SOURCE, "test",
            EventHeaders.TIME, "2026-11-02T10:15:30Z");
    return codec
        .decode(Event.class, headers, json.getBytes(StandardCharsets.UTF_8))
        .orElseThrow()
        .event();
  }

  private static Envelope<Event> envelope(Event event) {
    Instant now = Instant.parse("2026-11-02T10:15:30Z");
    @Nullable String nobody = null;
    return new Envelope<>(new EventId("evt_1"), "test", now, now, nobody, null, event);
  }

  private static Event example(Class<? extends Event> type) {
    Stream<Event> examples = ExampleEvents.complete().stream();
    return examples
        .filter(type::isInstance)
        .findFirst()
        .orElseThrow(() -> new AssertionError("there is no example of " + type.getName()));
  }
}
