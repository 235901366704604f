package dev.rapidcall.local.sandbox.livekit.egress;

import dev.rapidcall.local.sandbox.livekit.faults.FaultBoard;
import dev.rapidcall.local.sandbox.livekit.rooms.Rooms;
import dev.rapidcall.local.sandbox.livekit.time.EgressTimings;
import dev.rapidcall.local.sandbox.livekit.time.World;
import dev.rapidcall.local.sandbox.livekit.webhooks.Webhooks;

/** Puts the parts of egress together. */
public final class EgressService implements AutoCloseable {

  private final Uploader uploader = new Uploader();
  private final Egresses egresses = new Egresses();
  private final StartEgress startEgress;
  private final StopEgress stopEgress;

  /** An egress service for these rooms. */
  public EgressService(
      World world, EgressTimings timings, Rooms rooms, Webhooks webhooks, FaultBoard faults) {
    EgressContext context = new EgressContext(world, timings, rooms.presence(), webhooks, uploader);
    this.startEgress = new StartEgress(context, rooms, faults, egresses);
    this.stopEgress = new StopEgress(context, egresses);
    rooms.watch(egresses);
  }

  public Egresses egresses() {
    return egresses;
  }

  public StartEgress startEgress() {
    return startEgress;
  }

  public StopEgress stopEgress() {
    return stopEgress;
  }

  @Override
  public void close() {
    uploader.close();
  }
}
