package dev.rapidcall.calls.lifecycle;

import static dev.rapidcall.calls.lifecycle.Story.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.events.CallLifecycleEvent.EndRequester;
import dev.rapidcall.events.ParticipantKind;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CallStateTest {

  @Nested
  class TalkBegins {
    @Test
    void whenTheBrowserJoins() {
      CallState state = Story.web().agentJoins(1).callerJoins(2.5).state();

      assertThat(state.answeredAt()).isEqualTo(at(2.5));
      assertThat(state.end()).isNull();
    }

    @Test
    void notWhenOnlyAgentAndRecorderAreThere() {
      assertThat(Story.web().agentJoins(1).recorderJoins(2).state().answeredAt()).isNull();
    }

    @Test
    void whenTheAgentJoinsAPhoneThatCalls() {
      assertThat(Story.inbound().phoneJoins(1, "ringing").state().answeredAt()).isNull();
      assertThat(Story.inbound().phoneJoins(1, "ringing").agentJoins(6).state().answeredAt())
          .isEqualTo(at(6));
    }

    @Test
    void notWhenThePhoneOnlyRang() {
      CallState state =
          Story.inbound()
              .phoneJoins(1, "ringing")
              .phoneLeaves(9, "CLIENT_INITIATED", "ringing")
              .agentJoins(9.5)
              .state();

      assertThat(state.answeredAt()).isNull();
      assertThat(state.end()).isEqualTo(new End(at(9), Outcome.ABANDONED));
      assertThat(state.talkTime()).isZero();
    }

    @Test
    void notWhenThePhoneThatWeCallIsOnlyDialed() {
      assertThat(Story.outbound().agentJoins(0).phoneJoins(1, "dialing").state().answeredAt())
          .isNull();
    }
  }

  @Nested
  class TalkEnds {
    @Test
    void whenTheCallerLeavesAndNotWhenTheRoomFinishes() {
      CallState state =
          Story.web()
              .callerJoins(1.5)
              .agentJoins(1)
              .callerLeaves(31.4, "CLIENT_INITIATED")
              .agentLeaves(51)
              .roomFinishes(51)
              .state();

      assertThat(state.end()).isEqualTo(new End(at(31), Outcome.USER_HANGUP));
      assertThat(state.talkTime()).isEqualTo(Duration.ofMillis(29_500));
    }

    @Test
    void whenSomebodyEndsItAtTheDashboard() {
      CallState state =
          Story.web()
              .callerJoins(1)
              .agentJoins(1)
              .ends(EndRequester.USER, 20.2, Outcome.USER_HANGUP)
              .callerLeaves(20.4, "ROOM_DELETED")
              .state();

      assertThat(state.end()).isEqualTo(new End(at(20.2), Outcome.USER_HANGUP));
    }

    @Test
    void asLastResortWhenTheRoomFinishes() {
      CallState state = Story.web().callerJoins(1).agentJoins(1).roomFinishes(60).state();

      assertThat(state.end()).isEqualTo(new End(at(60), Outcome.USER_HANGUP));
    }

    @Test
    void neverBeforeItBegan() {
      CallState state = Story.web().callerJoins(1.9).callerLeaves(1.95, "CLIENT_INITIATED").state();

      assertThat(state.talkTime()).isZero();
      assertThat(state.answeredAt()).isEqualTo(at(1.9));
    }
  }

  @Nested
  class AnAgentThatEndsTheCall {
    @Test
    void mayStillSayGoodbye() {
      Story story =
          Story.web()
              .agentJoins(1)
              .callerJoins(1)
              .ends(EndRequester.AGENT, 18.886, Outcome.AGENT_HANGUP);

      assertThat(story.state().end()).isNull();
      assertThat(story.state().deadline())
          .isEqualTo(new Deadline(at(28.886), Outcome.AGENT_HANGUP, false));
    }

    @Test
    void hasEndedItWhenItLeft() {
      CallState state =
          Story.web()
              .agentJoins(1)
              .callerJoins(1)
              .ends(EndRequester.AGENT, 18.886, Outcome.AGENT_HANGUP)
              .agentLeaves(23.8)
              .callerLeaves(23.83, "ROOM_DELETED")
              .roomFinishes(23.84)
              .state();

      assertThat(state.end()).isEqualTo(new End(at(23), Outcome.AGENT_HANGUP));
    }

    @Test
    void isNotWaitedForWhenTheCallerHangsUpFirst() {
      CallState state =
          Story.web()
              .agentJoins(1)
              .callerJoins(1)
              .ends(EndRequester.AGENT, 18.886, Outcome.AGENT_HANGUP)
              .callerLeaves(20.1, "CLIENT_INITIATED")
              .agentLeaves(40)
              .roomFinishes(40)
              .state();

      assertThat(state.end()).isEqualTo(new End(at(20), Outcome.AGENT_HANGUP));
    }

    @Test
    void mayDoSoWithoutSayingIt() {
      CallState state =
          Story.web()
              .agentJoins(1)
              .callerJoins(1)
              .agentLeaves(24)
              .callerLeaves(24, "ROOM_DELETED")
              .roomFinishes(24)
              .state();

      assertThat(state.end()).isEqualTo(new End(at(24), Outcome.AGENT_HANGUP));
    }
  }

  @Nested
  class ACallerWhoseConnectionBreaks {
    private final Story broken =
        Story.web().agentJoins(1).callerJoins(1).callerLeaves(30, "CONNECTION_TIMEOUT");

    @Test
    void isWaitedFor() {
      assertThat(broken.state().end()).isNull();
      assertThat(broken.state().deadline())
          .isEqualTo(new Deadline(at(45), Outcome.USER_HANGUP, true));
    }

    @Test
    void goesOnWithTheSameCallAfterComingBack() {
      CallState state =
          broken
              .joins("caller again", ParticipantKind.STANDARD, 40, "")
              .leaves("caller again", 70, "CLIENT_INITIATED", "")
              .roomFinishes(90)
              .state();

      assertThat(state.end()).isEqualTo(new End(at(70), Outcome.USER_HANGUP));
      assertThat(state.talkTime()).isEqualTo(Duration.ofSeconds(69));
    }

    @Test
    void hasLeftWhenTheConnectionBrokeIfHeDoesNotComeBack() {
      CallState state = broken.ends(EndRequester.SYSTEM, 45, Outcome.USER_HANGUP).state();

      assertThat(state.end()).isEqualTo(new End(at(30), Outcome.USER_HANGUP));
    }
  }

  @Nested
  class ABrowserThatLeaves {
    private final Story left =
        Story.web().agentJoins(1).callerJoins(1).callerLeaves(30, "CLIENT_INITIATED");

    @Test
    void isWaitedForAMoment() {
      assertThat(left.state().end()).isNull();
      assertThat(left.state().deadline())
          .isEqualTo(new Deadline(at(33), Outcome.USER_HANGUP, true));
    }

    @Test
    void hasEndedTheCallWhenItLeft() {
      assertThat(left.ends(EndRequester.SYSTEM, 34, Outcome.USER_HANGUP).state().end())
          .isEqualTo(new End(at(30), Outcome.USER_HANGUP));
    }

    @Test
    void endsTheCallAtOnceIfTheDashboardSaysSo() {
      assertThat(left.ends(EndRequester.USER, 30.1, Outcome.USER_HANGUP).state().end())
          .isEqualTo(new End(at(30.1), Outcome.USER_HANGUP));
    }

    @Test
    void goesOnWithTheSameCallAfterComingBack() {
      assertThat(left.joins("caller again", ParticipantKind.STANDARD, 32, "").state().end())
          .isNull();
    }
  }

  @Test
  void theClosingOfTheRoomInTheSameSecondIsNoEarlierThanTheEndThatCausedIt() {
    CallState state =
        Story.web()
            .callerJoins(1)
            .ends(EndRequester.USER, 20.6, Outcome.USER_HANGUP)
            .roomFinishes(20.7)
            .state();

    assertThat(state.end()).isEqualTo(new End(at(20.6), Outcome.USER_HANGUP));
  }

  @Nested
  class ACallerWithoutAnAgent {
    @Test
    void isGivenUpWhenNoAgentEverCame() {
      assertThat(Story.web().callerJoins(2).state().deadline())
          .isEqualTo(new Deadline(at(32), Outcome.AGENT_NO_SHOW, true));
    }

    @Test
    void isGivenUpWhenTheAgentLeft() {
      Story story = Story.web().callerJoins(2).agentJoins(3).agentLeaves(20);

      assertThat(story.state().deadline())
          .isEqualTo(new Deadline(at(30), Outcome.AGENT_LOST, true));
      assertThat(story.ends(EndRequester.SYSTEM, 30, Outcome.AGENT_LOST).state().end())
          .isEqualTo(new End(at(30), Outcome.AGENT_LOST));
    }

    @Test
    void goesOnWhenAnotherAgentCame() {
      assertThat(
              Story.web()
                  .callerJoins(2)
                  .agentJoins(3)
                  .agentLeaves(20)
                  .joins("agent again", ParticipantKind.AGENT, 25, "")
                  .state()
                  .deadline())
          .isEqualTo(new Deadline(at(86_402), Outcome.MAX_DURATION, false));
    }
  }

  @Nested
  class ThatNoAgentIsThere {
    @Test
    void isToldAfterSomeSeconds() {
      assertThat(Story.web().callerJoins(2).state().alone()).isEqualTo(new Alone(at(2), at(10)));
      assertThat(Story.web().callerJoins(2).agentJoins(3).agentLeaves(20).state().alone())
          .isEqualTo(new Alone(at(20), at(28)));
    }

    @Test
    void isToldOnce() {
      Story story = Story.web().callerJoins(2).agentIsMissing(10);

      assertThat(story.state().alone()).isNull();
      assertThat(story.agentJoins(15).agentLeaves(20).state().alone()).isNull();
    }

    @Test
    void isNotToldOfAnAgentWithoutACallerNorOfACallThatIsOver() {
      assertThat(Story.web().agentJoins(1).state().alone()).isNull();
      assertThat(
              Story.web()
                  .callerJoins(2)
                  .ends(EndRequester.USER, 5, Outcome.USER_HANGUP)
                  .state()
                  .alone())
          .isNull();
    }
  }

  @Nested
  class NobodyCame {
    @Test
    void isAnOutcomeOfItsOwnWithNothingToPay() {
      CallState state = Story.web().agentJoins(1).recorderJoins(1).roomFinishes(5).state();

      assertThat(state.end()).isEqualTo(new End(at(5), Outcome.CALLER_NO_SHOW));
      assertThat(state.talkTime()).isZero();
    }

    @Test
    void isNotWaitedForWithoutEnd() {
      assertThat(Story.web().agentJoins(1).state().deadline())
          .isEqualTo(new Deadline(at(120), Outcome.CALLER_NO_SHOW, true));
    }
  }

  @Nested
  class APhoneThatWeCalled {
    @Test
    void andThatWasBusy() {
      CallState state =
          Story.outbound()
              .agentJoins(0)
              .phoneJoins(1, "dialing")
              .phoneLeaves(3, "USER_REJECTED", "ringing")
              .state();

      assertThat(state.end()).isEqualTo(new End(at(3), Outcome.DIAL_BUSY));
    }

    @Test
    void andThatDidNotAnswer() {
      CallState state =
          Story.outbound()
              .agentJoins(0)
              .phoneJoins(1, "dialing")
              .phoneLeaves(8, "CLIENT_INITIATED", "ringing")
              .state();

      assertThat(state.end()).isEqualTo(new End(at(8), Outcome.DIAL_FAILED));
      assertThat(state.answeredAt()).isNull();
    }
  }

  @Test
  void aRepairedLeaveGivesWayToLiveKitsOwn() {
    Story story =
        Story.web()
            .callerJoins(1)
            .agentJoins(1)
            .callerLeaves(30, "CLIENT_INITIATED")
            .roomFinishes(50);

    assertThat(story.repaired().callerLeaves(12, "UNKNOWN_REASON").state().end())
        .isEqualTo(new End(at(30), Outcome.USER_HANGUP));
  }

  @Test
  void aRoomThatWasGoneWhenWeLookedHasItsOwnReason() {
    CallState state = Story.web().callerJoins(1).agentJoins(1).repaired().roomFinishes(50).state();

    assertThat(state.end()).isEqualTo(new End(at(50), Outcome.STALE_TIMEOUT));
  }

  @Test
  void aCallThatIsAliveIsLeftAlone() {
    CallState state = Story.web().callerJoins(1).agentJoins(1).state();

    assertThat(state.end()).isNull();
    assertThat(state.deadline()).isEqualTo(new Deadline(at(86_401), Outcome.MAX_DURATION, false));
    assertThat(state.alone()).isNull();
  }

  @Nested
  class ACallThatIsTooLong {
    @Test
    void endsAMinuteAfterItsAgentShouldHaveEndedIt() {
      Story story = Story.web().allowed(600).callerJoins(10).agentJoins(11);

      assertThat(story.state().deadline())
          .isEqualTo(new Deadline(at(670), Outcome.MAX_DURATION, false));
      assertThat(story.ends(EndRequester.SYSTEM, 670, Outcome.MAX_DURATION).state().end())
          .isEqualTo(new End(at(670), Outcome.MAX_DURATION));
    }

    @Test
    void isMeasuredFromItsOpeningIfItWasNeverAnswered() {
      assertThat(
              Story.outbound()
                  .allowed(60)
                  .agentJoins(1)
                  .phoneJoins(2, "dialing")
                  .state()
                  .deadline())
          .isEqualTo(new Deadline(at(120), Outcome.MAX_DURATION, false));
    }
  }

  @Nested
  class Transferred {
    private static final String LEFT = "CLIENT_INITIATED";

    private Story talk() {
      return Story.inbound().phoneJoins(1, "ringing").agentJoins(2);
    }

    @Test
    void whenThePhoneLeavesAfterItWasHandedOn() {
      CallState state = talk().transferred(13.6).phoneLeaves(14.3, LEFT, "hangup").state();

      assertThat(state.end()).isEqualTo(new End(at(14), Outcome.TRANSFERRED));
      assertThat(state.talkTime()).isEqualTo(Duration.ofSeconds(12));
    }

    @Test
    void alsoWhenItLeftInTheSameSecondOrNobodySawItLeave() {
      assertThat(outcome(talk().transferred(13.6).phoneLeaves(13.9, LEFT, "hangup")))
          .isEqualTo(Outcome.TRANSFERRED);
      assertThat(outcome(talk().transferred(13.6).agentLeaves(30).roomFinishes(50)))
          .isEqualTo(Outcome.TRANSFERRED);
    }

    @Test
    void notByItselfAndNotWhenNobodyTransferredIt() {
      assertThat(talk().transferred(13.6).state().end()).isNull();
      assertThat(outcome(talk().phoneLeaves(14, LEFT, "hangup"))).isEqualTo(Outcome.USER_HANGUP);
    }

    @Test
    void perhapsWhenThePhoneLeavesWhileLiveKitMayBeAtIt() {
      assertThat(outcome(talk().transferIsTried(13.6, 33.6).phoneLeaves(25, LEFT, "hangup")))
          .isEqualTo(Outcome.TRANSFERRED);
      assertThat(outcome(talk().transferIsTried(13.6, 33.6).phoneLeaves(34, LEFT, "hangup")))
          .isEqualTo(Outcome.USER_HANGUP);
      assertThat(outcome(talk().transferIsTried(13.6, 33.6).phoneLeaves(12, LEFT, "hangup")))
          .isEqualTo(Outcome.USER_HANGUP);
    }

    @Test
    void notWhenLiveKitClearlyRefusedIt() {
      Story refused = talk().transferIsTried(13.6, 33.6).transferIsRefused(15, 13.6);

      assertThat(outcome(refused.phoneLeaves(25, LEFT, "hangup"))).isEqualTo(Outcome.USER_HANGUP);
      assertThat(
              outcome(
                  talk()
                      .transferIsTried(13.6, 33.6)
                      .transferIsRefused(15, 13.6)
                      .transferIsTried(20, 40)
                      .phoneLeaves(25, LEFT, "hangup")))
          .isEqualTo(Outcome.TRANSFERRED);
    }

    private String outcome(Story story) {
      return Objects.requireNonNull(story.state().end()).outcome();
    }
  }
}
