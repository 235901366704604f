package dev.rapidcall.recordings.egress.livekit;

import static java.util.Objects.requireNonNull;

import dev.rapidcall.events.RoomName;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import livekit.LivekitEgress.EgressInfo;
import livekit.LivekitEgress.EgressStatus;
import livekit.LivekitEgress.EncodedFileOutput;
import livekit.LivekitEgress.FileInfo;
import livekit.LivekitEgress.RoomCompositeEgressRequest;

/** The egresses of {@link LiveKitDouble}; tests decide what becomes of them. */
public final class Egresses {
  private static final long SECOND = 1_000_000_000L;
  private final Map<String, EgressInfo> byId = new ConcurrentSkipListMap<>();
  private final Map<String, CompletableFuture<Void>> started = new ConcurrentHashMap<>();
  private final AtomicLong now = new AtomicLong(1_795_392_315L * SECOND);
  private final AtomicLong number = new AtomicLong();

  public List<EgressInfo> all() {
    return List.copyOf(byId.values());
  }

  public List<EgressInfo> in(RoomName room) {
    return byId.values().stream().filter(it -> it.getRoomName().equals(room.value())).toList();
  }

  /** The last egress of a room becomes this. */
  public EgressInfo become(RoomName room, EgressStatus status) {
    return change(in(room).getLast().getEgressId(), status);
  }

  /** The last egress of a room becomes this, with LiveKit's words about it. */
  public EgressInfo become(RoomName room, EgressStatus status, String error) {
    EgressInfo changed = become(room, status).toBuilder().setError(error).build();
    byId.put(changed.getEgressId(), changed);
    return changed;
  }

  /** LiveKit has forgotten all of a room. */
  public void forget(RoomName room) {
    byId.values().removeIf(it -> it.getRoomName().equals(room.value()));
  }

  /** An egress that runs in a room though nobody here asked for it. */
  public void alreadyRuns(RoomName room, String key) {
    start(
        RoomCompositeEgressRequest.newBuilder()
            .setRoomName(room.value())
            .addFileOutputs(EncodedFileOutput.newBuilder().setFilepath(key))
            .build());
  }

  /** Waits until an egress was started in a room. */
  public void awaitStart(RoomName room) throws Exception {
    started(room.value()).get(60, TimeUnit.SECONDS);
  }

  private CompletableFuture<Void> started(String room) {
    return started.computeIfAbsent(room, any -> new CompletableFuture<>());
  }

  EgressInfo start(RoomCompositeEgressRequest request) {
    EgressInfo egress =
        EgressInfo.newBuilder()
            .setEgressId("EG_" + String.format("%08d", number.incrementAndGet()))
            .setRoomName(request.getRoomName())
            .setRoomComposite(request)
            .setStartedAt(tick())
            .setUpdatedAt(now.get())
            .addFileResults(file(request.getFileOutputs(0).getFilepath()))
            .build();
    byId.put(egress.getEgressId(), egress);
    started(egress.getRoomName()).complete(null);
    return egress;
  }

  EgressInfo change(String egress, EgressStatus status) {
    EgressInfo.Builder changed = requireNonNull(byId.get(egress)).toBuilder();
    changed.setStatus(status).setUpdatedAt(tick());
    FileInfo.Builder file = changed.getFileResultsBuilder(0);
    switch (status) {
      case EGRESS_ACTIVE -> file.setStartedAt(now.get());
      case EGRESS_COMPLETE -> file.setEndedAt(now.get()).setDuration(3 * SECOND).setSize(1);
      default -> {}
    }
    EgressInfo after = changed.build();
    byId.put(egress, after);
    return after;
  }

  private long tick() {
    return now.addAndGet(SECOND);
  }

  private static FileInfo file(String name) {
    return FileInfo.newBuilder().setFilename(name).build();
  }
}
