package dev.rapidcall.local.sandbox.livekit.egress;

import dev.rapidcall.local.sandbox.livekit.time.EgressTimings;
import dev.rapidcall.local.sandbox.livekit.time.World;
import dev.rapidcall.local.sandbox.livekit.wire.Refused;
import dev.rapidcall.local.sandbox.livekit.wire.Refused.Code;
import livekit.LivekitEgress.EgressInfo;

/** Stops a recording; the call may go on. */
public final class StopEgress {

  private final World world;
  private final EgressTimings timings;
  private final Egresses egresses;

  StopEgress(EgressContext context, Egresses egresses) {
    this.world = context.world();
    this.timings = context.timings();
    this.egresses = egresses;
  }

  /** Answers while the file is still on its way to S3. */
  public EgressInfo stop(String id) {
    return world.ask(() -> stopNow(id));
  }

  private EgressInfo stopNow(String id) {
    Egress egress =
        egresses
            .find(id)
            .orElseThrow(
                () ->
                    new Refused(
                        Code.NOT_FOUND,
                        "twirp error unknown: egress does not exist",
                        timings.unknown()));
    if (egress.ended()) {
      throw new Refused(
          Code.FAILED_PRECONDITION,
          "egress with status %s cannot be stopped".formatted(egress.info().getStatus()));
    }
    if (!egress.answers()) {
      throw new Refused(
          Code.UNAVAILABLE, "twirp error unknown: no response from servers", timings.unknown());
    }
    egress.stop();
    return egress.info();
  }
}
