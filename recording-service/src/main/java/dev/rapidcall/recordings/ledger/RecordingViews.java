package dev.rapidcall.recordings.ledger;

import dev.rapidcall.events.CallId;
import dev.rapidcall.events.WorkspaceId;
import dev.rapidcall.recordings.objects.FileLocation;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the ledger. A recording whose call is not known is not there for anybody. */
@Repository
public class RecordingViews {
  private final JdbcClient jdbc;

  RecordingViews(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private record Row(
      String workspaceId,
      String status,
      String bucket,
      String objectKey,
      @Nullable Long sizeBytes) {}

  /** The recording of a call of this workspace. */
  public Optional<RecordingView> find(CallId call, WorkspaceId workspace) {
    return find(call).filter(recording -> recording.workspace().equals(workspace));
  }

  /** The recording of a call, whoever's it is: for those who proved their right otherwise. */
  public Optional<RecordingView> find(CallId call) {
    return jdbc.sql(
            """
            select workspace_id, status, bucket, object_key, size_bytes
              from recordings where call_id = :call and workspace_id is not null
            """)
        .param("call", call.value())
        .query(Row.class)
        .optional()
        .map(row -> view(call, row));
  }

  private static RecordingView view(CallId call, Row row) {
    return new RecordingView(
        call,
        new WorkspaceId(row.workspaceId()),
        RecordingStatus.valueOf(row.status()),
        new FileLocation(row.bucket(), row.objectKey()),
        row.sizeBytes());
  }
}
