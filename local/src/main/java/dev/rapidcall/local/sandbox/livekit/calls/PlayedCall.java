package dev.rapidcall.local.sandbox.livekit.calls;

import dev.rapidcall.local.sandbox.livekit.calls.CallPlan.Agent;
import dev.rapidcall.local.sandbox.livekit.calls.CallPlan.EndedBy;
import dev.rapidcall.local.sandbox.livekit.rooms.Member;
import dev.rapidcall.local.sandbox.livekit.rooms.Newcomer;
import dev.rapidcall.local.sandbox.livekit.rooms.Room;
import dev.rapidcall.local.sandbox.livekit.time.World;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** One call played by itself, from the first to join until the room is closed. */
public final class PlayedCall {

  private static final String OUR_NUMBER = "+15551230000";

  private final String id;
  private final Scene scene;
  private final Room room;
  private final CallPlan plan;
  private final Steps steps;
  private final PlayedCaller caller;
  private final PlayedAgent agent;
  private final CompletableFuture<Void> over = new CompletableFuture<>();

  PlayedCall(String id, Scene scene, Room room, CallPlan plan) {
    this.id = id;
    this.scene = scene;
    this.room = room;
    this.plan = plan;
    this.steps = new Steps(scene.clock());
    this.caller = new PlayedCaller(scene, room, caller(plan), steps);
    this.agent = new PlayedAgent(scene, room, plan, steps);
  }

  public String id() {
    return id;
  }

  public String room() {
    return plan.room();
  }

  /** `playing`, or `finished` once the room is closed and the agent has told everything. */
  public String state() {
    return over.isDone() ? "finished" : "playing";
  }

  /** What has happened so far. */
  public List<Step> steps() {
    return steps.soFar();
  }

  /** Completes when it is finished. */
  public CompletableFuture<Void> over() {
    return over.copy();
  }

  void start() {
    World world = scene.world();
    if (plan.agent() != Agent.NEVER) {
      world.after(scene.timings().agentJoins(), this::agentComes);
    }
    if (plan.endedBy() != EndedBy.NOBODY) {
      world.after(scene.timings().callerJoins(), this::callerComes);
    }
  }

  void left(Room where, Member who) {
    if (where == room && agent.is(who)) {
      agent.gone();
    }
  }

  void closed(Room which) {
    if (which == room) {
      steps.add("room: closed");
      var unused = agent.allTold().whenComplete((told, failure) -> over.complete(null));
    }
  }

  private static Newcomer caller(CallPlan plan) {
    return plan.phone()
        .map(number -> Newcomer.phone(number, OUR_NUMBER))
        .orElseGet(() -> Newcomer.browser(plan.callerIdentity(), "Web User"));
  }

  private void agentComes() {
    agent.join();
    answer();
  }

  private void answer() {
    if (agent.isThere()) {
      caller.answered();
    }
  }

  private void callerComes() {
    if (!caller.join()) {
      return;
    }
    agent.callerJoined();
    answer();
    plan.drop()
        .ifPresent(drop -> scene.world().after(drop.after(), () -> caller.dropFor(drop.away())));
    if (plan.agent() == Agent.LEAVES) {
      scene.world().after(plan.agentLeaves(), agent::leave);
    }
    scene.world().after(plan.talk(), this::end);
  }

  private void end() {
    switch (plan.endedBy()) {
      case CALLER -> caller.hangUp();
      case AGENT -> agent.endCall();
      case VANISH -> caller.vanish();
      case ROOM -> scene.rooms().find(room.name()).ifPresent(open -> deleteRoom());
      case NOBODY -> throw new IllegalStateException("nobody came, so nobody ends the call");
    }
  }

  private void deleteRoom() {
    steps.add("room: deleted");
    scene.rooms().delete(room.name());
  }
}
