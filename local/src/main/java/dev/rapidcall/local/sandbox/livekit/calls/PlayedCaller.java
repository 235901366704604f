package dev.rapidcall.local.sandbox.livekit.calls;

import dev.rapidcall.local.sandbox.livekit.rooms.Member;
import dev.rapidcall.local.sandbox.livekit.rooms.Newcomer;
import dev.rapidcall.local.sandbox.livekit.rooms.Room;
import java.time.Duration;
import java.util.Optional;
import livekit.LivekitModels.DisconnectReason;

/** Somebody who calls, at a browser or on the phone. Called inside the world only. */
final class PlayedCaller {

  private final Scene scene;
  private final Room room;
  private final Newcomer who;
  private final Steps steps;
  private Optional<Member> member = Optional.empty();

  PlayedCaller(Scene scene, Room room, Newcomer who, Steps steps) {
    this.scene = scene;
    this.room = room;
    this.who = who;
    this.steps = steps;
  }

  /** Comes in and talks after a moment; false: the room is closed. */
  boolean join() {
    if (!scene.presence().isOpen(room)) {
      steps.add("caller: found the room closed");
      return false;
    }
    Member joined = scene.presence().join(room, who);
    member = Optional.of(joined);
    steps.add("caller: joined as " + who.identity());
    scene.world().after(scene.timings().publishes(), () -> talk(joined));
    return true;
  }

  /** The agent is there, so a phone rings no longer. */
  void answered() {
    member.ifPresent(here -> scene.presence().answer(room, here));
  }

  void hangUp() {
    leave("hung up", DisconnectReason.CLIENT_INITIATED);
  }

  /** Is gone without a word; the server takes its time to see it. */
  void vanish() {
    steps.add("caller: vanished");
    scene
        .world()
        .after(
            scene.timings().vanishNoticed(),
            () -> leave("missed by the server", DisconnectReason.CONNECTION_TIMEOUT));
  }

  void dropFor(Duration away) {
    leave("dropped out", DisconnectReason.CLIENT_INITIATED);
    scene.world().after(away, this::join);
  }

  private void talk(Member joined) {
    if (scene.presence().isIn(room, joined)) {
      scene.presence().publish(room, joined);
    }
  }

  private void leave(String how, DisconnectReason reason) {
    member
        .filter(here -> scene.presence().isIn(room, here))
        .ifPresent(
            here -> {
              steps.add("caller: " + how);
              scene.presence().leave(room, here, reason);
            });
  }
}
