package dev.rapidcall.recordings.ledger;

import dev.rapidcall.events.CallId;
import dev.rapidcall.events.EgressId;
import dev.rapidcall.events.EventId;
import dev.rapidcall.events.RecordingEvent;
import dev.rapidcall.events.RecordingEvent.RecordingFailed;
import dev.rapidcall.events.RecordingEvent.RecordingMissing;
import dev.rapidcall.events.RecordingEvent.RecordingReady;
import dev.rapidcall.events.RecordingEvent.RecordingRequested;
import dev.rapidcall.events.RecordingEvent.RecordingStarted;
import dev.rapidcall.events.RecordingEvent.RecordingUploaded;
import dev.rapidcall.events.WorkspaceId;
import dev.rapidcall.recordings.ledger.RecordingFact.ObjectFound;
import dev.rapidcall.recordings.ledger.RecordingFact.Uploaded;
import dev.rapidcall.recordings.ledger.RecordingFact.Wanted;
import dev.rapidcall.recordings.objects.FileLocation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the world should have been told of a recording. Pure; each event has one fixed id. */
record Announcements(CallId call, FileLocation location) {

  /** An event with its id and time. */
  record Announcement(EventId id, Instant at, RecordingEvent event) {}

  /** What a state lets us say, in order. */
  List<Announcement> of(Verdict verdict, Instant now) {
    WorkspaceId workspace = verdict.state().workspace();
    if (workspace == null) {
      return List.of();
    }
    List<Announcement> due = new ArrayList<>();
    Wanted wanted = verdict.state().wanted();
    if (wanted != null) {
      due.add(requested(workspace, wanted));
      verdict
          .egress()
          .filter(egress -> verdict.hasBegun())
          .ifPresent(egress -> due.add(started(workspace, egress)));
    }
    switch (verdict.status()) {
      case READY -> due.add(ready(workspace, verdict));
      case FAILED ->
          due.add(
              announcement(
                  "failed",
                  now,
                  new RecordingFailed(call, workspace, egress(verdict), verdict.reason())));
      case MISSING ->
          due.add(
              announcement(
                  "missing",
                  now,
                  new RecordingMissing(
                      call,
                      workspace,
                      egress(verdict),
                      location.bucket(),
                      location.key(),
                      verdict.reason())));
      case PARKED, NONE, REQUESTED, RECORDING, STOPPING, VERIFYING -> {}
    }
    verdict.state().uploads().stream()
        .sorted(Comparator.comparing(Uploaded::at))
        .forEach(upload -> due.add(uploaded(workspace, upload)));
    return due;
  }

  private Announcement requested(WorkspaceId workspace, Wanted wanted) {
    return announcement(
        "requested",
        wanted.at(),
        new RecordingRequested(call, workspace, location.bucket(), location.key()));
  }

  private Announcement uploaded(WorkspaceId workspace, Uploaded upload) {
    return new Announcement(
        upload.eventId(call),
        upload.at(),
        new RecordingUploaded(
            call,
            workspace,
            location.bucket(),
            upload.key(),
            upload.mime(),
            upload.sizeBytes(),
            upload.at()));
  }

  private Announcement started(WorkspaceId workspace, Map.Entry<EgressId, EgressView> egress) {
    Instant since = egress.getValue().mediaStartedAt();
    Instant at = since == null ? egress.getValue().updatedAt() : since;
    return announcement(
        "started",
        at,
        new RecordingStarted(
            call, workspace, egress.getKey(), location.bucket(), location.key(), at));
  }

  private Announcement ready(WorkspaceId workspace, Verdict verdict) {
    ObjectFound found = Objects.requireNonNull(verdict.state().found());
    return announcement(
        "ready",
        found.at(),
        new RecordingReady(
            call,
            workspace,
            egress(verdict),
            location.bucket(),
            found.key(),
            found.sizeBytes(),
            of(verdict, EgressView::length)));
  }

  private Announcement announcement(String what, Instant at, RecordingEvent event) {
    return new Announcement(new EventId("recording:" + call + ":" + what), at, event);
  }

  private static @Nullable EgressId egress(Verdict verdict) {
    return verdict.egress().map(Map.Entry::getKey).orElse(null);
  }

  private static <T> @Nullable T of(Verdict verdict, Function<EgressView, @Nullable T> part) {
    EgressView view = verdict.egress().map(Map.Entry::getValue).orElse(null);
    return view == null ? null : part.apply(view);
  }
}
