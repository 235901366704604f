package dev.rapidcall.recordings.ledger;

import dev.rapidcall.events.CallId;
import dev.rapidcall.events.WorkspaceId;
import dev.rapidcall.recordings.objects.FileLocation;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads the ledger. A recording whose call is not known is not there for anybody; the newest upload
 * stands before the one that was made.
 */
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
      @Nullable Long sizeBytes,
      String mime) {}

  /** The recording of a call of this workspace. */
  public Optional<RecordingView> find(CallId call, WorkspaceId workspace) {
    return find(call).filter(recording -> recording.workspace().equals(workspace));
  }

  /** The recording of a call, whoever's it is: for those who proved their right otherwise. */
  public Optional<RecordingView> find(CallId call) {
    return jdbc.sql(
            """
            select r.workspace_id, r.bucket,
                   case when u.object_key is null then r.status else 'READY' end as status,
                   coalesce(u.object_key, r.object_key) as object_key,
                   coalesce(u.size_bytes, r.size_bytes) as size_bytes,
                   coalesce(u.detail, 'audio/mpeg') as mime
              from recordings r
              left join lateral (
                select object_key, size_bytes, detail from recording_facts
                 where call_id = r.call_id and kind = 'uploaded'
                 order by at desc, object_key desc limit 1) u on true
             where r.call_id = :call and r.workspace_id is not null
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
        row.sizeBytes(),
        row.mime());
  }
}
