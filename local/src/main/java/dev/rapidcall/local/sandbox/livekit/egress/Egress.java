package dev.rapidcall.local.sandbox.livekit.egress;

import dev.rapidcall.local.sandbox.livekit.faults.EgressFaults.Outcome;
import dev.rapidcall.local.sandbox.livekit.rooms.Member;
import dev.rapidcall.local.sandbox.livekit.rooms.Newcomer;
import dev.rapidcall.local.sandbox.livekit.rooms.Room;
import java.util.Optional;
import livekit.LivekitEgress.EgressInfo;
import livekit.LivekitEgress.EgressStatus;
import livekit.LivekitModels.DisconnectReason;

/**
 * One recording. Its recorder joins the room, waits for somebody to be heard, records until the
 * room closes or it is stopped, and brings the file to S3. Called inside the world only.
 */
final class Egress {

  private final EgressContext context;
  private final Room room;
  private final FileOutput output;
  private final Outcome outcome;
  private final EgressReport report;
  private Phase phase = Phase.STARTING;
  private Optional<Member> recorder = Optional.empty();
  private boolean recorderActive;

  Egress(
      EgressContext context, Room room, FileOutput output, Outcome outcome, EgressReport report) {
    this.context = context;
    this.room = room;
    this.output = output;
    this.outcome = outcome;
    this.report = report;
  }

  String id() {
    return report.info().getEgressId();
  }

  Room room() {
    return room;
  }

  EgressInfo info() {
    return report.info();
  }

  /** Whether StopEgress reaches it at all. */
  boolean answers() {
    return outcome != Outcome.NEVER_ENDS && outcome != Outcome.NEVER_STARTS;
  }

  boolean ended() {
    return phase == Phase.ENDING || phase == Phase.OVER;
  }

  void start() {
    report.requested(context.nanos());
    emit("egress_started");
    if (outcome != Outcome.NEVER_STARTS) {
      context.world().after(context.timings().joins(), this::join);
    }
  }

  /** Somebody can be heard: the signal it waits for. */
  void published() {
    boolean ready = phase == Phase.STARTING && recorderActive;
    if (ready && room.hasPublisher() && outcome != Outcome.ABORTED) {
      phase = Phase.RECORDING;
      report.recording(context.nanos());
      context.world().after(context.timings().reported(), this::reportActive);
    }
  }

  void roomClosed() {
    if (answers()) {
      end("End reason: Source closed");
    }
  }

  void stop() {
    end("End reason: StopEgress API");
    recorder.ifPresent(
        member -> context.presence().leave(room, member, DisconnectReason.CLIENT_INITIATED));
  }

  private void join() {
    if (!context.presence().isOpen(room)) {
      roomClosed();
    } else if (phase == Phase.STARTING) {
      report.handled(context.nanos());
      Member member = context.presence().connect(room, Newcomer.recorder(id()));
      recorder = Optional.of(member);
      context.world().after(context.timings().active(), () -> active(member));
    }
  }

  private void active(Member member) {
    if (context.presence().isIn(room, member)) {
      context.presence().activate(room, member);
      recorderActive = true;
      published();
    }
  }

  private void reportActive() {
    if (phase == Phase.RECORDING) {
      report.status(EgressStatus.EGRESS_ACTIVE, context.nanos());
      emit("egress_updated");
    }
  }

  private void end(String details) {
    if (phase == Phase.STARTING) {
      phase = Phase.OVER;
      report.aborted(details, context.nanos());
      emit("egress_ended");
    } else if (phase == Phase.RECORDING) {
      phase = Phase.ENDING;
      report.ending(details, context.nanos());
      emit("egress_updated");
      report.stopped(context.nanos());
      context
          .uploader()
          .upload(info(), output, outcome, upload -> context.world().change(() -> over(upload)));
    }
  }

  private void over(Upload upload) {
    phase = Phase.OVER;
    report.ended(upload, context.nanos());
    emit("egress_ended");
  }

  private void emit(String event) {
    context.emit(event, info());
  }

  private enum Phase {
    STARTING,
    RECORDING,
    ENDING,
    OVER
  }
}
