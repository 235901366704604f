package dev.rapidcall.calls.transcripts;

import dev.rapidcall.events.CallId;
import dev.rapidcall.events.CallLifecycleEvent.EndRequester;
import dev.rapidcall.events.CallLifecycleEvent.TranscriptReported;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The transcripts, of calls known or not. */
@Repository
public class Transcripts {
  private final JdbcClient jdbc;
  private final JsonMapper json;

  Transcripts(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /**
   * Replaces the transcript by a later one and says whether anything changed. What the dashboard
   * saw never replaces what the agent reported: it lacks the tool calls.
   */
  public boolean replace(TranscriptReported report, Instant reportedAt) {
    return jdbc.sql(
                """
                insert into call_transcripts as kept (call_id, reported_by, reported_at, items)
                values (:call, :by, :at, :items::jsonb)
                on conflict (call_id) do update
                set reported_by = excluded.reported_by, reported_at = excluded.reported_at,
                    items = excluded.items
                where kept.items <> excluded.items
                  and ((kept.reported_by = :agent) = (excluded.reported_by = :agent)
                         and kept.reported_at <= excluded.reported_at
                       or kept.reported_by <> :agent and excluded.reported_by = :agent)
                """)
            .param("call", report.callId().value())
            .param("by", report.reportedBy().name())
            .param("agent", EndRequester.AGENT.name())
            .param("at", Timestamp.from(reportedAt))
            .param("items", json.writeValueAsString(report.items()))
            .update()
        == 1;
  }

  /** When the transcript last changed, empty if none was reported. */
  public Optional<Instant> changedAt(CallId call) {
    return jdbc.sql("select reported_at from call_transcripts where call_id = :call")
        .param("call", call.value())
        .query((row, number) -> row.getTimestamp("reported_at").toInstant())
        .optional();
  }

  /** The transcript of a call, empty if none was reported. */
  public JsonNode of(CallId call) {
    return jdbc.sql("select items from call_transcripts where call_id = :call")
        .param("call", call.value())
        .query((row, number) -> json.readTree(row.getString("items")))
        .optional()
        .orElseGet(json::createArrayNode);
  }
}
