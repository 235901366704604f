package dev.rapidcall.recordings.uploads;

import dev.rapidcall.events.CallId;
import dev.rapidcall.events.EventId;
import dev.rapidcall.events.WorkspaceId;
import dev.rapidcall.messaging.inbox.Inbox;
import dev.rapidcall.recordings.ledger.RecordFact;
import dev.rapidcall.recordings.ledger.RecordingFact.Uploaded;
import dev.rapidcall.recordings.ledger.RecordingView;
import dev.rapidcall.recordings.ledger.RecordingViews;
import dev.rapidcall.recordings.objects.FileLocation;
import dev.rapidcall.recordings.objects.NewFile;
import dev.rapidcall.recordings.objects.RecordedFiles;
import dev.rapidcall.recordings.objects.StorageSettings;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps a recording that somebody brings: first the file, then the fact that it is there. */
@Component
class TakeUpload {
  private static final Duration HEARD_WITHIN = Duration.ofSeconds(2);

  private final RecordingViews recordings;
  private final RecordedFiles files;
  private final StorageSettings storage;
  private final RecordFact recordFact;
  private final Inbox inbox;
  private final Clock clock;

  TakeUpload(
      RecordingViews recordings,
      RecordedFiles files,
      StorageSettings storage,
      RecordFact recordFact,
      Inbox inbox,
      Clock clock) {
    this.recordings = recordings;
    this.files = files;
    this.storage = storage;
    this.recordFact = recordFact;
    this.inbox = inbox;
    this.clock = clock;
  }

  /**
   * What was kept.
   *
   * @param event tells the others of it
   */
  record Taken(EventId event, String filename, SoundType type, long sizeBytes) {}

  /** Whether there is anything to keep a file in. */
  boolean isConfigured() {
    return storage.isConfigured();
  }

  /**
   * The call, if there is one in this workspace; one that has just begun is waited for. The gateway
   * asks for calls only that exist.
   */
  Optional<RecordingView> callOf(CallId call, WorkspaceId workspace) {
    return recordings
        .find(call, workspace)
        .or(
            () ->
                inbox.await(new EventId("started:" + call), HEARD_WITHIN)
                    ? recordings.find(call, workspace)
                    : Optional.empty());
  }

  /** Nothing of the name that was sent goes into the name that is given. */
  Taken take(RecordingView call, @Nullable String mime, long size, Supplier<InputStream> bytes) {
    SoundType type = SoundType.of(mime);
    String filename = UUID.randomUUID() + "." + type.extension();
    String key = "uploads/" + call.call() + "/" + filename;
    files.store(new FileLocation(bucketOf(call), key), new NewFile(type.mime(), size, bytes));
    Uploaded uploaded =
        new Uploaded(clock.instant().truncatedTo(ChronoUnit.MICROS), key, type.mime(), size);
    recordFact.record(call.call(), List.of(uploaded));
    return new Taken(uploaded.eventId(call.call()), filename, type, size);
  }

  /** A call that began while there was no storage has no bucket of its own. */
  private String bucketOf(RecordingView call) {
    String bucket = call.location().bucket();
    return bucket.isEmpty() ? storage.bucket() : bucket;
  }
}
