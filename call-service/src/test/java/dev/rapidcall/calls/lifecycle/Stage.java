package dev.rapidcall.calls.lifecycle;

import dev.rapidcall.calls.naming.RandomNames;
import dev.rapidcall.calls.testing.SettableClock;
import dev.rapidcall.events.AgentId;
import dev.rapidcall.events.CallChannel;
import dev.rapidcall.events.CallId;
import dev.rapidcall.events.CallLifecycleEvent.EndRequester;
import dev.rapidcall.events.Participant;
import dev.rapidcall.events.ParticipantKind;
import dev.rapidcall.events.RoomName;
import dev.rapidcall.events.WorkspaceId;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Calls for the tests of other features, played by the facts that make them up. */
public final class Stage {
  private static final double ENDS = 30;

  private final OpenCall openCall;
  private final RecordFact recordFact;
  private final RoomsInMemory rooms;
  private final SettableClock clock;
  private final RandomNames names;

  Stage(
      OpenCall openCall,
      RecordFact recordFact,
      RoomsInMemory rooms,
      SettableClock clock,
      RandomNames names) {
    this.openCall = openCall;
    this.recordFact = recordFact;
    this.rooms = rooms;
    this.clock = clock;
    this.names = names;
  }

  /** A call that goes on. */
  public final class PlayedCall {
    private final Story story;

    private PlayedCall(Story story) {
      this.story = story;
    }

    public CallId id() {
      return story.call();
    }

    public RoomName room() {
      return story.room();
    }

    /** The caller leaves after half a minute of talk. */
    public PlayedCall callerLeaves() {
      if (story.channel() == CallChannel.WEB) {
        story.callerLeaves(ENDS, "CLIENT_INITIATED").ends(EndRequester.USER, ENDS, "user_hangup");
      } else {
        story.phoneLeaves(ENDS, "CLIENT_INITIATED", "hangup");
      }
      return record();
    }

    /** All of it once more, which must change nothing. */
    public PlayedCall record() {
      story.facts().forEach(recordFact::record);
      return this;
    }

    /** Who LiveKit says is in the room. */
    public PlayedCall inRoom(ParticipantKind... kinds) {
      List<Participant> present = new CopyOnWriteArrayList<>();
      for (ParticipantKind kind : kinds) {
        String who = kind.name().toLowerCase(Locale.ROOT);
        present.add(new Participant("PA_" + who, who + "_1", kind, Story.at(1), Map.of()));
      }
      rooms.open.put(story.room(), present);
      return this;
    }

    /** LiveKit does not know the room. */
    public PlayedCall withoutRoom() {
      rooms.open.remove(story.room());
      return this;
    }
  }

  /** From the top: it is ten o'clock and LiveKit answers. */
  public void begin() {
    clock.set(Story.OPENED);
    rooms.unreachable = false;
  }

  public void liveKitIsAway() {
    rooms.unreachable = true;
  }

  public void pass(Duration time) {
    clock.pass(time);
  }

  /** A browser and the agent talk. */
  public PlayedCall webCall(String workspace, String agent) {
    Story story = Story.web(room());
    open(story, workspace, agent);
    return played(story.callerJoins(1).agentJoins(1));
  }

  /** A phone that called us and the agent talk. */
  public PlayedCall phoneCall(String workspace, String agent) {
    Story story = Story.inbound(room());
    open(story, workspace, agent);
    return played(story.phoneJoins(1, "ringing").agentJoins(1));
  }

  private PlayedCall played(Story story) {
    return new PlayedCall(story).record();
  }

  private void open(Story story, String workspace, String agent) {
    NewCall call =
        new NewCall(
            new WorkspaceId(workspace),
            new AgentId(agent),
            "Front desk",
            "+15557654321",
            story.room(),
            story.channel(),
            clock.instant(),
            0);
    openCall.begin(call);
    openCall.complete(call);
  }

  private RoomName room() {
    return new RoomName("call-agent00001-" + names.next(8));
  }
}
