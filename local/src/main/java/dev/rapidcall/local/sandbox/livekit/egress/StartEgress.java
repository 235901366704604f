package dev.rapidcall.local.sandbox.livekit.egress;

import dev.rapidcall.local.sandbox.livekit.faults.EgressFaults;
import dev.rapidcall.local.sandbox.livekit.faults.EgressFaults.Outcome;
import dev.rapidcall.local.sandbox.livekit.faults.FaultBoard;
import dev.rapidcall.local.sandbox.livekit.rooms.Room;
import dev.rapidcall.local.sandbox.livekit.rooms.Rooms;
import dev.rapidcall.local.sandbox.livekit.time.EgressTimings;
import dev.rapidcall.local.sandbox.livekit.time.World;
import dev.rapidcall.local.sandbox.livekit.wire.Refused;
import dev.rapidcall.local.sandbox.livekit.wire.Refused.Code;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import livekit.LivekitEgress.EgressInfo;
import livekit.LivekitEgress.RoomCompositeEgressRequest;

/** Starts to record a room. Takes as long as LiveKit takes. */
public final class StartEgress {

  private final World world;
  private final EgressTimings timings;
  private final Rooms rooms;
  private final FaultBoard faults;
  private final Egresses egresses;
  private final EgressContext context;

  StartEgress(EgressContext context, Rooms rooms, FaultBoard faults, Egresses egresses) {
    this.world = context.world();
    this.timings = context.timings();
    this.rooms = rooms;
    this.faults = faults;
    this.egresses = egresses;
    this.context = context;
  }

  /** Answers once a recorder has taken the job. */
  public EgressInfo start(RoomCompositeEgressRequest request) {
    EgressFaults faulty = faults.egress();
    Egress egress = world.ask(() -> prepare(request, faulty.outcome()));
    if (faulty.outcome() == Outcome.NO_SERVICE) {
      Duration after = faulty.delay().orElse(timings.noService());
      throw new Refused(Code.UNAVAILABLE, "twirp error unknown: no response from servers", after);
    }
    if (timings.accepted().isZero()) {
      return world.ask(() -> accept(egress));
    }
    CompletableFuture<EgressInfo> accepted = new CompletableFuture<>();
    world.after(timings.accepted(), () -> accepted.complete(accept(egress)));
    return await(accepted);
  }

  private Egress prepare(RoomCompositeEgressRequest request, Outcome outcome) {
    Room room = rooms.get(request.getRoomName());
    FileOutput output = FileOutput.of(request, room);
    EgressReport report = new EgressReport(room, request, output);
    return new Egress(context, room, output, outcome, report);
  }

  private EgressInfo accept(Egress egress) {
    egresses.add(egress);
    egress.start();
    return egress.info();
  }

  private static EgressInfo await(CompletableFuture<EgressInfo> accepted) {
    try {
      return accepted.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refused(Code.UNAVAILABLE, "the sandbox stops");
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }
}
