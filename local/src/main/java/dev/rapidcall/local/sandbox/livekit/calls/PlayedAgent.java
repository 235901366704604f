package dev.rapidcall.local.sandbox.livekit.calls;

import dev.rapidcall.local.sandbox.livekit.rooms.Member;
import dev.rapidcall.local.sandbox.livekit.rooms.Newcomer;
import dev.rapidcall.local.sandbox.livekit.rooms.Room;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import livekit.LivekitModels.DisconnectReason;

/**
 * The voice agent of a call: takes the job, talks, posts the transcript every now and then and once
 * more at its end, the metrics once. Called inside the world only.
 */
final class PlayedAgent {

  private final Scene scene;
  private final Room room;
  private final CallPlan plan;
  private final Steps steps;
  private final Briefing briefing;
  private final Conversation conversation;
  private final Optional<AgentApi> api;
  private Optional<Member> member = Optional.empty();
  private Optional<Instant> talkingSince = Optional.empty();
  private List<Map<String, Object>> said = List.of();
  private boolean callerHere;
  private boolean ending;

  PlayedAgent(Scene scene, Room room, CallPlan plan, Steps steps) {
    this.scene = scene;
    this.room = room;
    this.plan = plan;
    this.steps = steps;
    this.briefing = Briefing.read(room.metadata());
    this.conversation = new Conversation(plan, briefing.speaksFirst());
    this.api = briefing.callId().map(id -> new AgentApi(scene.access(), scene.http(), id, steps));
  }

  void join() {
    if (!scene.presence().isOpen(room)) {
      steps.add("agent: found the room closed");
      return;
    }
    String identity = scene.dispatches().takeJob(room);
    member = Optional.of(scene.presence().join(room, Newcomer.agent(identity)));
    steps.add("agent: joined as " + identity);
    if (api.isEmpty()) {
      steps.add("agent: no call id in the room's metadata, nothing to tell the API");
    }
    greet();
  }

  void callerJoined() {
    callerHere = true;
    greet();
  }

  /** Both are there: the conversation begins. */
  private void greet() {
    if (!callerHere || !inRoom()) {
      return;
    }
    talkingSince = Optional.of(scene.world().now());
    scene.world().after(scene.timings().publishes(), this::publish);
    scene.world().after(part(conversation.firstTurn()), this::postMetrics);
    scene.world().after(plan.transcriptEvery(), this::postTranscriptAgain);
  }

  boolean isThere() {
    return inRoom();
  }

  boolean is(Member other) {
    return member.filter(me -> me == other).isPresent();
  }

  /** Leaves without a word. */
  void leave() {
    member.ifPresent(me -> scene.presence().leave(room, me, DisconnectReason.CLIENT_INITIATED));
  }

  /** Says that it ends the call, says goodbye, leaves and deletes the room. */
  void endCall() {
    if (!inRoom() || ending) {
      return;
    }
    ending = true;
    listen();
    CompletableFuture<Void> told = CompletableFuture.completedFuture(null);
    if (briefing.mayEndCall()) {
      said = conversation.withEndCall();
      told = api.map(agentApi -> agentApi.end(said)).orElse(told);
    }
    var unused = told.thenRun(() -> scene.world().change(this::sayGoodbye));
  }

  /** Is out of the room: the last transcript. */
  void gone() {
    listen();
    postTranscript();
    steps.add("agent: left");
  }

  /** Completes when it has told the API everything. */
  CompletableFuture<Void> allTold() {
    return api.map(AgentApi::allTold).orElse(CompletableFuture.completedFuture(null));
  }

  private void sayGoodbye() {
    said = joined(said, Conversation.farewells(1));
    postTranscript();
    scene.world().after(plan.goodbye(), this::goodbyeSaid);
  }

  private void goodbyeSaid() {
    if (inRoom()) {
      said = joined(said, Conversation.farewells(2).subList(1, 2));
      leave();
      scene.rooms().delete(room.name());
    }
  }

  private void publish() {
    member
        .filter(me -> inRoom() && !me.publishes())
        .ifPresent(me -> scene.presence().publish(room, me));
  }

  private void postMetrics() {
    if (inRoom()) {
      api.ifPresent(agentApi -> agentApi.metrics(plan.metrics().orElse(UsualMetrics.LATENCY)));
    }
  }

  private void postTranscriptAgain() {
    if (inRoom()) {
      listen();
      postTranscript();
      scene.world().after(plan.transcriptEvery(), this::postTranscriptAgain);
    }
  }

  private void postTranscript() {
    if (!said.isEmpty()) {
      api.ifPresent(agentApi -> agentApi.transcript(said));
    }
  }

  private void listen() {
    if (said.size() < conversation.until(1).size()) {
      said = talkingSince.map(since -> conversation.until(share(since))).orElse(List.of());
    }
  }

  private double share(Instant since) {
    double talked = Duration.between(since, scene.world().now()).toNanos();
    return Math.min(1, talked / Math.max(1, plan.talk().toNanos()));
  }

  private Duration part(double share) {
    return Duration.ofNanos((long) (plan.talk().toNanos() * share));
  }

  private boolean inRoom() {
    return member.filter(me -> scene.presence().isIn(room, me)).isPresent();
  }

  private static List<Map<String, Object>> joined(
      List<Map<String, Object>> first, List<Map<String, Object>> then) {
    List<Map<String, Object>> all = new ArrayList<>(first);
    all.addAll(then);
    return List.copyOf(all);
  }
}
