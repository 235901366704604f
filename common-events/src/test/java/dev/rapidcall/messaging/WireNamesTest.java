package dev.rapidcall.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Names that are on the wire never change; new ones are added here. */
class WireNamesTest {
  private final EventTypes types = new EventTypes();

  @Test
  void topicsArePinned() {
    assertThat(types.topics())
        .containsExactly(
            "rapidcall.billing",
            "rapidcall.call-lifecycle",
            "rapidcall.call-metrics",
            "rapidcall.calls",
            "rapidcall.recordings");
  }

  @Test
  void wireNamesArePinnedToTheirTopics() {
    Stream<String> names =
        types.all().stream().map(type -> EventTypes.topic(type) + " " + EventTypes.wireName(type));

    assertThat(names).containsExactlyInAnyOrderElementsOf(PINNED);
  }

  private static final List<String> PINNED =
      List.of(
          "rapidcall.call-lifecycle rapidcall.room.started.v1",
          "rapidcall.call-lifecycle rapidcall.participant.joined.v1",
          "rapidcall.call-lifecycle rapidcall.participant.left.v1",
          "rapidcall.call-lifecycle rapidcall.room.finished.v1",
          "rapidcall.call-lifecycle rapidcall.call.end-requested.v1",
          "rapidcall.call-lifecycle rapidcall.call.transfer-requested.v1",
          "rapidcall.call-lifecycle rapidcall.call.transfer-attempted.v1",
          "rapidcall.call-lifecycle rapidcall.call.transfer-refused.v1",
          "rapidcall.call-lifecycle rapidcall.transcript.reported.v1",
          "rapidcall.call-lifecycle rapidcall.egress.reported.v1",
          "rapidcall.call-metrics rapidcall.call-metrics.reported.v1",
          "rapidcall.calls rapidcall.call.started.v1",
          "rapidcall.calls rapidcall.call.answered.v1",
          "rapidcall.calls rapidcall.call.agent-missing.v1",
          "rapidcall.calls rapidcall.call.ended.v1",
          "rapidcall.calls rapidcall.call.corrected.v1",
          "rapidcall.calls rapidcall.call.analyzed.v1",
          "rapidcall.calls rapidcall.call.imported.v1",
          "rapidcall.recordings rapidcall.recording.requested.v1",
          "rapidcall.recordings rapidcall.recording.started.v1",
          "rapidcall.recordings rapidcall.recording.ready.v1",
          "rapidcall.recordings rapidcall.recording.failed.v1",
          "rapidcall.recordings rapidcall.recording.missing.v1",
          "rapidcall.recordings rapidcall.recording.uploaded.v1",
          "rapidcall.recordings rapidcall.recording.played.v1",
          "rapidcall.billing rapidcall.call.rated.v1",
          "rapidcall.billing rapidcall.call.rerated.v1");
}
