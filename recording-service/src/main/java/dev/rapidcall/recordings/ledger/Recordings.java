package dev.rapidcall.recordings.ledger;

import dev.rapidcall.events.CallId;
import dev.rapidcall.events.EgressId;
import dev.rapidcall.events.WorkspaceId;
import dev.rapidcall.recordings.ledger.RecordingFact.ObjectFound;
import dev.rapidcall.recordings.objects.FileLocation;
import dev.rapidcall.recordings.objects.StorageSettings;
import java.time.Duration;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** One row for each call: what follows from its facts, ready to be read. */
@Repository
class Recordings {
  private final JdbcClient jdbc;
  private final StorageSettings storage;
  private final Pace pace;

  Recordings(JdbcClient jdbc, StorageSettings storage, RecordingSettings settings) {
    this.jdbc = jdbc;
    this.storage = storage;
    this.pace = new Pace(settings);
  }

  /** The file that the recording of a call is written to. */
  static String keyOf(CallId call) {
    return "calls/" + call + ".mp3";
  }

  /**
   * Holds the row of a call, made if need be, until the transaction ends. One that was made while
   * there was no storage takes the one that there is now.
   */
  FileLocation lock(CallId call) {
    jdbc.sql(
            """
            insert into recordings (call_id, bucket, object_key, status, step)
            values (:call, :bucket, :key, 'PARKED', 'NONE')
            on conflict (call_id) do update set bucket = excluded.bucket where recordings.bucket = ''
            """)
        .param("call", call.value())
        .param("bucket", storage.bucket())
        .param("key", keyOf(call))
        .update();
    return jdbc.sql("select bucket, object_key from recordings where call_id = :call for update")
        .param("call", call.value())
        .query((row, number) -> new FileLocation(row.getString(1), row.getString(2)))
        .single();
  }

  /** A step that stays the same keeps its place in the queue; a new one is due afresh. */
  void save(CallId call, Verdict verdict) {
    WorkspaceId workspace = verdict.state().workspace();
    ObjectFound found = verdict.state().found();
    EgressView egress = verdict.egress().map(Map.Entry::getValue).orElse(null);
    Duration length = egress == null ? null : egress.length();
    Duration wait = pace.first(verdict.step());
    jdbc.sql(
            """
            update recordings
               set workspace_id = :workspace, status = :status, reason = :reason,
                   egress_id = :egress, size_bytes = :size, media_ms = :length,
                   object_key = coalesce(:key, object_key),
                   due_at = case when step = :step then due_at
                                 else clock_timestamp() + :wait * interval '1 millisecond' end,
                   attempts = case when step = :step then attempts else 0 end,
                   step = :step, changed_at = clock_timestamp()
             where call_id = :call
            """)
        .param("call", call.value())
        .param("workspace", workspace == null ? null : workspace.value())
        .param("status", verdict.status().name())
        .param("reason", verdict.reason())
        .param("egress", verdict.egress().map(Map.Entry::getKey).map(EgressId::value).orElse(null))
        .param("size", found == null ? null : found.sizeBytes())
        .param("key", found == null ? null : found.key())
        .param("length", length == null ? null : length.toMillis())
        .param("step", verdict.step().name())
        .param("wait", wait.toMillis())
        .update();
  }
}
