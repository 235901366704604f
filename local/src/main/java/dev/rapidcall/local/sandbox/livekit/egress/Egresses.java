package dev.rapidcall.local.sandbox.livekit.egress;

import dev.rapidcall.local.sandbox.livekit.rooms.Member;
import dev.rapidcall.local.sandbox.livekit.rooms.Room;
import dev.rapidcall.local.sandbox.livekit.rooms.RoomWatcher;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import livekit.LivekitEgress.EgressInfo;
import livekit.LivekitEgress.ListEgressRequest;
import livekit.LivekitModels.DisconnectReason;

/** All egresses there ever were; told what happens in their rooms. Called inside the world only. */
public final class Egresses implements RoomWatcher {

  private final Map<String, Egress> byId = new LinkedHashMap<>();

  void add(Egress egress) {
    byId.put(egress.id(), egress);
  }

  Optional<Egress> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** Newest first. */
  public List<EgressInfo> list(ListEgressRequest wanted) {
    return byId.values().stream()
        .filter(
            egress -> wanted.getEgressId().isEmpty() || wanted.getEgressId().equals(egress.id()))
        .map(Egress::info)
        .filter(
            info ->
                wanted.getRoomName().isEmpty() || wanted.getRoomName().equals(info.getRoomName()))
        .filter(info -> !wanted.getActive() || info.getEndedAt() == 0)
        .sorted(Comparator.comparingLong(EgressInfo::getStartedAt).reversed())
        .toList();
  }

  @Override
  public void published(Room room) {
    each(room, Egress::published);
  }

  @Override
  public void left(Room room, Member member, DisconnectReason reason) {
    if (reason == DisconnectReason.PARTICIPANT_REMOVED) {
      find(member.identity()).ifPresent(Egress::roomClosed);
    }
  }

  @Override
  public void closed(Room room) {
    each(room, Egress::roomClosed);
  }

  private void each(Room room, Consumer<Egress> act) {
    byId.values().stream().filter(egress -> egress.room() == room).forEach(act);
  }
}
