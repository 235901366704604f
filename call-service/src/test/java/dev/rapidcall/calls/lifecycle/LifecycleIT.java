package dev.rapidcall.calls.lifecycle;

import static dev.rapidcall.calls.lifecycle.Story.at;

import dev.rapidcall.calls.CallService;
import dev.rapidcall.calls.lifecycle.DueCalls.Due;
import dev.rapidcall.calls.naming.RandomNames;
import dev.rapidcall.calls.testing.SettableClock;
import dev.rapidcall.calls.timeline.Timeline;
import dev.rapidcall.calls.timeline.TimelineEntry;
import dev.rapidcall.events.AgentId;
import dev.rapidcall.events.CallChannel;
import dev.rapidcall.events.CallEvent.CallResult;
import dev.rapidcall.events.CallId;
import dev.rapidcall.events.Participant;
import dev.rapidcall.events.ParticipantKind;
import dev.rapidcall.events.RoomName;
import dev.rapidcall.events.WorkspaceId;
import dev.rapidcall.testing.RapidCallIT;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Calls on a real database, with rooms in memory and a clock that waits. */
@RapidCallIT(
    classes = CallService.class,
    properties = {
      "spring.config.name=call-service",
      "LIVEKIT_URL=http://localhost:1",
      "LIVEKIT_API_KEY=devkey",
      "LIVEKIT_API_SECRET=a-secret-of-at-least-thirty-two-characters",
      "CALL_WORK_EVERY=1h"
    })
@Import({LifecycleFixture.class, ClockFixture.class})
abstract class LifecycleIT {
  @Autowired OpenCall openCall;
  @Autowired RecordFact recordFact;
  @Autowired Calls calls;
  @Autowired Timeline timeline;
  @Autowired DueCalls dueCalls;
  @Autowired LookAtCalls lookAtCalls;
  @Autowired LookIntoCall lookIntoCall;
  @Autowired RoomsInMemory rooms;
  @Autowired SettableClock clock;
  @Autowired RandomNames names;

  @BeforeEach
  void beginAtTen() {
    clock.set(Story.OPENED);
    rooms.reset();
  }

  /** It is that second, and what is due then is done. */
  void lookAt(double second) {
    clock.set(at(second));
    List<Due> due = dueCalls.toLookAt(1000);
    if (!due.isEmpty()) {
      lookAtCalls.look(due);
    }
    dueCalls.toLookInto(1000).forEach(lookIntoCall::look);
  }

  void open(Story story) {
    NewCall call = newCall(story);
    openCall.begin(call);
    rooms.open.put(story.room(), new CopyOnWriteArrayList<>());
    openCall.complete(call);
  }

  void recordAll(Story story) {
    story.facts().forEach(recordFact::record);
  }

  NewCall newCall(Story story) {
    return new NewCall(
        new WorkspaceId("workspace1"),
        new AgentId("agent00001"),
        "Front desk",
        StartCall.WEB_TEST,
        story.room(),
        CallChannel.WEB,
        Story.OPENED,
        story.maxCallSeconds());
  }

  Call call(Story story) {
    return calls.find(story.call()).orElseThrow();
  }

  CallResult result(Story story) {
    return Objects.requireNonNull(call(story).result());
  }

  List<TimelineEntry> ends(Story story) {
    return entries(story, "rapidcall.call.ended.v1");
  }

  List<TimelineEntry> entries(Story story, String type) {
    CallId id = story.call();
    return timeline.entries(id).stream().filter(entry -> entry.type().equals(type)).toList();
  }

  RoomName room() {
    return new RoomName("call-agent00001-" + names.next(6));
  }

  static Participant person(String who, ParticipantKind kind, double joinedAt) {
    return new Participant("PA_" + who, who, kind, at(joinedAt), Map.of());
  }
}
