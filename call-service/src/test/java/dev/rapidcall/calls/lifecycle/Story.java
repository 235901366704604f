package dev.rapidcall.calls.lifecycle;

import dev.rapidcall.calls.timeline.Fact;
import dev.rapidcall.events.CallChannel;
import dev.rapidcall.events.CallEvent.AgentMissing;
import dev.rapidcall.events.CallId;
import dev.rapidcall.events.CallLifecycleEvent;
import dev.rapidcall.events.CallLifecycleEvent.CallEndRequested;
import dev.rapidcall.events.CallLifecycleEvent.EndRequester;
import dev.rapidcall.events.CallLifecycleEvent.ParticipantJoined;
import dev.rapidcall.events.CallLifecycleEvent.ParticipantLeft;
import dev.rapidcall.events.CallLifecycleEvent.RoomFinished;
import dev.rapidcall.events.CallLifecycleEvent.TransferAttempted;
import dev.rapidcall.events.CallLifecycleEvent.TransferRefused;
import dev.rapidcall.events.CallLifecycleEvent.TransferRequested;
import dev.rapidcall.events.Event;
import dev.rapidcall.events.EventId;
import dev.rapidcall.events.Participant;
import dev.rapidcall.events.ParticipantKind;
import dev.rapidcall.events.RoomName;
import dev.rapidcall.events.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Tells what happened to a call, in seconds after it was opened. */
final class Story {
  static final Instant OPENED = Instant.parse("2026-11-22T10:00:00Z");
  private static final RoomName SOME_ROOM = new RoomName("call-agent00001-abcdef");
  static final LifecycleSettings SETTINGS =
      new LifecycleSettings(
          Duration.ofSeconds(10),
          Duration.ofSeconds(30),
          Duration.ofSeconds(8),
          Duration.ofSeconds(10),
          Duration.ofSeconds(3),
          Duration.ofSeconds(15),
          Duration.ofSeconds(120),
          Duration.ofSeconds(10),
          Duration.ofSeconds(15));

  private final CallChannel channel;
  private final RoomName room;
  private final List<Fact> facts = new ArrayList<>();
  private final Map<String, Participant> people = new HashMap<>();
  private String source = "livekit";
  private int maxCallSeconds;

  private Story(CallChannel channel, RoomName room) {
    this.channel = channel;
    this.room = room;
  }

  static Story web() {
    return web(SOME_ROOM);
  }

  static Story web(RoomName room) {
    return new Story(CallChannel.WEB, room);
  }

  static Story inbound() {
    return new Story(CallChannel.PHONE_INBOUND, SOME_ROOM);
  }

  static Story inbound(RoomName room) {
    return new Story(CallChannel.PHONE_INBOUND, room);
  }

  static Story outbound() {
    return new Story(CallChannel.PHONE_OUTBOUND, SOME_ROOM);
  }

  static Instant at(double seconds) {
    return OPENED.plusMillis(Math.round(seconds * 1000));
  }

  /** The agent allows a call of so many seconds. */
  Story allowed(int seconds) {
    maxCallSeconds = seconds;
    return this;
  }

  /** What follows was found by the reconciler. */
  Story repaired() {
    source = Fact.RECONCILER;
    return this;
  }

  Story callerJoins(double second) {
    return joins("caller", ParticipantKind.STANDARD, second, "");
  }

  Story callerLeaves(double second, String reason) {
    return leaves("caller", second, reason, "");
  }

  Story agentJoins(double second) {
    return joins("agent", ParticipantKind.AGENT, second, "");
  }

  Story agentLeaves(double second) {
    return leaves("agent", second, "CLIENT_INITIATED", "");
  }

  Story recorderJoins(double second) {
    return joins("EG_1", ParticipantKind.EGRESS, second, "");
  }

  Story phoneJoins(double second, String status) {
    return joins("phone", ParticipantKind.SIP, second, status);
  }

  Story phoneLeaves(double second, String reason, String status) {
    return leaves("phone", second, reason, status);
  }

  /** A stay of its own: who comes back has a new session id. */
  Story joins(String who, ParticipantKind kind, double second, String sipStatus) {
    Participant participant = participant("PA_" + who, who, kind, at(second), sipStatus);
    people.put(who, participant);
    return add(at(second), "joined-" + who, new ParticipantJoined(call(), room, participant));
  }

  /** LiveKit says when somebody left in whole seconds. */
  Story leaves(String who, double second, String reason, String sipStatus) {
    Participant known = Objects.requireNonNull(people.get(who), who);
    Participant participant =
        participant(known.sid(), who, known.kind(), known.joinedAt(), sipStatus);
    Instant leftAt = at(second).truncatedTo(ChronoUnit.SECONDS);
    return add(
        leftAt, "left-" + who, new ParticipantLeft(call(), room, participant, leftAt, reason));
  }

  Story ends(EndRequester by, double second, String outcome) {
    return add(at(second), "end-" + by, new CallEndRequested(call(), by, outcome));
  }

  /** The phone was handed on, asked for at that second. */
  Story transferred(double second) {
    return add(at(second), "transfer", new TransferRequested(call(), room, "tel:+15559998888"));
  }

  /** LiveKit is asked to hand the phone on. */
  Story transferIsTried(double second, double undecidedUntil) {
    return add(
        "attempt-" + second,
        at(second),
        new TransferAttempted(call(), room, "tel:+15559998888", at(undecidedUntil)));
  }

  /** LiveKit says no to what was tried at that second. */
  Story transferIsRefused(double second, double tried) {
    EventId attempt = new EventId("attempt-" + tried);
    return add("refused-" + tried, at(second), new TransferRefused(call(), room, attempt));
  }

  /** RapidCall told that the caller is without an agent. */
  Story agentIsMissing(double second) {
    WorkspaceId workspace = new WorkspaceId("workspace1");
    return add("missing", at(second), new AgentMissing(call(), workspace, channel, at(second)));
  }

  Story roomFinishes(double second) {
    return add(
        at(second).truncatedTo(ChronoUnit.SECONDS), "room", new RoomFinished(call(), room, "RM_1"));
  }

  CallChannel channel() {
    return channel;
  }

  int maxCallSeconds() {
    return maxCallSeconds;
  }

  RoomName room() {
    return room;
  }

  CallId call() {
    return CallId.of(room);
  }

  List<Fact> facts() {
    return List.copyOf(facts);
  }

  CallState state() {
    return state(facts);
  }

  CallState state(List<Fact> some) {
    return CallState.of(new Terms(channel, OPENED, maxCallSeconds), some, SETTINGS);
  }

  private Story add(Instant at, String id, CallLifecycleEvent event) {
    return add(id + "-" + facts.size(), at, event);
  }

  private Story add(String id, Instant at, Event event) {
    facts.add(new Fact(new EventId(id), source, at, at, event));
    return this;
  }

  private static Participant participant(
      String sid, String identity, ParticipantKind kind, Instant joinedAt, String sipStatus) {
    Map<String, String> attributes =
        sipStatus.isEmpty() ? Map.of() : Map.of("sip.callStatus", sipStatus);
    return new Participant(sid, identity, kind, joinedAt, attributes);
  }
}
