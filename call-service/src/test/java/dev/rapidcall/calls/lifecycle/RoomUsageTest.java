package dev.rapidcall.calls.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.calls.lifecycle.RoomUsage.Seen;
import dev.rapidcall.calls.timeline.Fact;
import dev.rapidcall.events.ParticipantKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("weakness 10: the minutes of participants are counted from their stays")
class RoomUsageTest {
  private static final Story CALL =
      Story.web()
          .callerJoins(1)
          .agentJoins(2)
          .recorderJoins(2)
          .callerLeaves(101, "CLIENT_INITIATED")
          .agentLeaves(122);

  @Test
  void eachStayCountsInBegunMinutes() {
    RoomUsage usage = RoomUsage.of(CALL.facts());

    assertThat(usage.rawSeconds()).isEqualTo(100 + 120);
    assertThat(usage.billedMinutes()).isEqualTo(2 + 2);
    assertThat(usage.participants().get("caller")).isEqualTo(new Seen(null, Story.at(101)));
    assertThat(usage.lastEventAt()).isEqualTo(Story.at(122));
  }

  @Test
  void recordersDoNotCount() {
    assertThat(RoomUsage.of(CALL.facts()).participants().keySet())
        .containsExactlyInAnyOrder("caller", "agent");
  }

  @Test
  void whoIsThereIsNotCountedYet() {
    RoomUsage usage = RoomUsage.of(Story.web().callerJoins(1).facts());

    assertThat(usage.billedMinutes()).isZero();
    assertThat(usage.participants()).containsEntry("caller", new Seen(Story.at(1), Story.at(1)));
  }

  @Test
  void theClosingOfTheRoomEndsTheStaysThatAreLeft() {
    RoomUsage usage = RoomUsage.of(Story.web().callerJoins(1).roomFinishes(62).facts());

    assertThat(usage.rawSeconds()).isEqualTo(61);
    assertThat(usage.billedMinutes()).isEqualTo(2);
    assertThat(usage.participants()).containsEntry("caller", new Seen(null, Story.at(62)));
  }

  @Test
  void whoComesBackHasTwoStays() {
    Story twice =
        Story.web()
            .callerJoins(0)
            .callerLeaves(10, "SIGNAL_CLOSE")
            .joins("caller2", ParticipantKind.STANDARD, 20, "")
            .leaves("caller2", 30, "CLIENT_INITIATED", "");

    assertThat(RoomUsage.of(twice.facts()).rawSeconds()).isEqualTo(20);
    assertThat(RoomUsage.of(twice.facts()).billedMinutes()).isEqualTo(2);
  }

  @Test
  void anyOrderAndRepetitionCountTheSame() {
    RoomUsage expected = RoomUsage.of(CALL.facts());
    for (int seed = 0; seed < 50; seed++) {
      List<Fact> facts = new ArrayList<>(CALL.facts());
      facts.addAll(CALL.facts());
      Collections.shuffle(facts, new Random(seed));

      assertThat(RoomUsage.of(facts)).isEqualTo(expected);
    }
  }
}
