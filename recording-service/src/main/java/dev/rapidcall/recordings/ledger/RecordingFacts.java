package dev.rapidcall.recordings.ledger;

import dev.rapidcall.events.CallId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every fact that said something new about a recording. Only ever added to. */
@Repository
class RecordingFacts {
  private final JdbcClient jdbc;

  RecordingFacts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  RecordingState stateOf(CallId call) {
    return RecordingState.of(
        jdbc
            .sql("select * from recording_facts where call_id = :call order by id")
            .param("call", call.value())
            .query(FactRow.class)
            .list()
            .stream()
            .map(FactRow::fact)
            .toList());
  }

  void append(CallId call, RecordingFact fact) {
    jdbc.sql(
            """
            insert into recording_facts
              (call_id, kind, at, detail, room_name, egress_id, media_started_at, media_ms,
               object_key, size_bytes, error)
            values
              (:callId, :kind, :at, :detail, :roomName, :egressId, :mediaStartedAt, :mediaMs,
               :objectKey, :sizeBytes, :error)
            """)
        .paramSource(FactRow.of(call, fact))
        .update();
  }
}
