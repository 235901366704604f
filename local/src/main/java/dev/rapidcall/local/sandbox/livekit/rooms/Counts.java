package dev.rapidcall.local.sandbox.livekit.rooms;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import livekit.LivekitModels;

/**
 * What a room says of itself in figures. LiveKit refreshes them at most every few seconds (at once
 * when a recorder comes or goes), so that webhooks often carry old ones; the sandbox does the same.
 */
final class Counts {

  private final Duration interval;
  private final Instant ticksFrom;
  private final Supplier<Figures> counted;
  private Figures shown = new Figures(0, 0, false);
  private Instant refreshedAt;
  private boolean stale;

  Counts(Duration interval, Instant createdAt, Supplier<Figures> counted) {
    this.interval = interval;
    this.ticksFrom = createdAt;
    this.refreshedAt = createdAt;
    this.counted = counted;
  }

  /** Catches up with the clock; called before anything changes. */
  void settle(Instant now) {
    if (stale && !nextTick().isAfter(now)) {
      refresh(nextTick());
    }
  }

  /** Something changed just now. */
  void changed(Instant now, boolean atOnce) {
    if (atOnce || Duration.between(refreshedAt, now).compareTo(interval) > 0) {
      refresh(now);
    } else {
      stale = true;
    }
  }

  void writeTo(LivekitModels.Room.Builder room) {
    room.setNumParticipants(shown.participants())
        .setNumPublishers(shown.publishers())
        .setActiveRecording(shown.recording());
  }

  private Instant nextTick() {
    long untilDue = Duration.between(ticksFrom, refreshedAt).plus(interval).toNanos();
    long ticks = Math.ceilDiv(untilDue, Math.max(1, interval.toNanos()));
    return ticksFrom.plus(interval.multipliedBy(ticks));
  }

  private void refresh(Instant at) {
    shown = counted.get();
    refreshedAt = at;
    stale = false;
  }

  /** The figures themselves; agents and recorders are not counted as participants. */
  record Figures(int participants, int publishers, boolean recording) {}
}
