package dev.rapidcall.recordings.ledger;

import dev.rapidcall.events.CallId;
import dev.rapidcall.events.WorkspaceId;
import dev.rapidcall.recordings.objects.FileLocation;
import org.jspecify.annotations.Nullable;

/**
 * The recording of a call as others may see it.
 *
 * @param sizeBytes null until the file was seen
 * @param mime what it is served as
 */
public record RecordingView(
    CallId call,
    WorkspaceId workspace,
    RecordingStatus status,
    FileLocation location,
    @Nullable Long sizeBytes,
    String mime) {

  /** Whether there is a recording, or was to be one. */
  public boolean isOfSomething() {
    return status != RecordingStatus.NONE;
  }
}
