package dev.rapidcall.local.sandbox.livekit.rooms;

import dev.rapidcall.local.sandbox.livekit.webhooks.Webhooks;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import livekit.LivekitModels.DisconnectReason;
import livekit.LivekitModels.TrackInfo;
import livekit.LivekitWebhook.WebhookEvent;

/** Says what happened in a room: to the world by webhook, to the sandbox by its watchers. */
final class RoomEvents {

  private final Webhooks webhooks;
  private final List<RoomWatcher> watchers = new CopyOnWriteArrayList<>();

  RoomEvents(Webhooks webhooks) {
    this.webhooks = webhooks;
  }

  void watch(RoomWatcher watcher) {
    watchers.add(watcher);
  }

  void started(Room room) {
    emit(room, WebhookEvent.newBuilder().setEvent("room_started").setRoom(room.described()));
  }

  void joined(Room room, Member member) {
    emit(
        room,
        WebhookEvent.newBuilder()
            .setEvent("participant_joined")
            .setRoom(room.described())
            .setParticipant(member.described()));
  }

  void published(Room room, Member member, TrackInfo track) {
    emit(room, aboutTrack("track_published", room, member, track));
    watchers.forEach(watcher -> watcher.published(room));
  }

  void left(Room room, Member member, DisconnectReason reason) {
    TrackInfo track = member.track();
    if (track != null) {
      emit(room, aboutTrack("track_unpublished", room, member, track));
    }
    emit(
        room,
        WebhookEvent.newBuilder()
            .setEvent("participant_left")
            .setRoom(room.described())
            .setParticipant(member.described()));
    watchers.forEach(watcher -> watcher.left(room, member, reason));
  }

  void finished(Room room) {
    emit(room, WebhookEvent.newBuilder().setEvent("room_finished").setRoom(room.described()));
    watchers.forEach(watcher -> watcher.closed(room));
  }

  private static WebhookEvent.Builder aboutTrack(
      String event, Room room, Member member, TrackInfo track) {
    return WebhookEvent.newBuilder()
        .setEvent(event)
        .setRoom(room.named())
        .setParticipant(member.named())
        .setTrack(track);
  }

  private void emit(Room room, WebhookEvent.Builder event) {
    webhooks.emit(room.sid(), event);
  }
}
