package dev.rapidcall.local.sandbox.livekit.calls;

import dev.rapidcall.local.sandbox.livekit.rooms.Member;
import dev.rapidcall.local.sandbox.livekit.rooms.Room;
import dev.rapidcall.local.sandbox.livekit.rooms.RoomWatcher;
import dev.rapidcall.local.sandbox.livekit.wire.IdKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import livekit.LivekitModels.DisconnectReason;

/** All calls that were played or are being played. */
public final class PlayedCalls implements RoomWatcher {

  private final Scene scene;
  private final Map<String, PlayedCall> calls = new LinkedHashMap<>();

  /** No calls yet. */
  public PlayedCalls(Scene scene) {
    this.scene = scene;
    scene.rooms().watch(this);
  }

  /** Starts to play a call in an open room. */
  public PlayedCall play(CallPlan plan) {
    return scene
        .world()
        .ask(
            () -> {
              Room room = scene.rooms().get(plan.room());
              PlayedCall call = new PlayedCall("play_" + IdKind.random(8), scene, room, plan);
              calls.put(call.id(), call);
              call.start();
              return call;
            });
  }

  /** All of them, the oldest first. */
  public List<PlayedCall> all() {
    return scene.world().ask(() -> List.copyOf(calls.values()));
  }

  public Optional<PlayedCall> find(String id) {
    return scene.world().ask(() -> Optional.ofNullable(calls.get(id)));
  }

  @Override
  public void left(Room room, Member member, DisconnectReason reason) {
    calls.values().forEach(call -> call.left(room, member));
  }

  @Override
  public void closed(Room room) {
    calls.values().forEach(call -> call.closed(room));
  }
}
