package dev.rapidcall.calls.history;

import dev.rapidcall.calls.analysis.CallAnalyses;
import dev.rapidcall.calls.analysis.CallAnalysis;
import dev.rapidcall.calls.archive.ArchivedCall;
import dev.rapidcall.calls.archive.ArchivedCalls;
import dev.rapidcall.calls.transcripts.Transcripts;
import dev.rapidcall.events.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads calls. A call whose room was not opened yet is not shown. */
@Component
class CallHistory {
  private final JdbcClient jdbc;
  private final Transcripts transcripts;
  private final ShownMetrics shownMetrics;
  private final CallAnalyses analyses;
  private final ArchivedCalls archive;
  private final JsonMapper json;

  CallHistory(
      JdbcClient jdbc,
      Transcripts transcripts,
      ShownMetrics shownMetrics,
      CallAnalyses analyses,
      ArchivedCalls archive,
      JsonMapper json) {
    this.jdbc = jdbc;
    this.transcripts = transcripts;
    this.shownMetrics = shownMetrics;
    this.analyses = analyses;
    this.archive = archive;
    this.json = json;
  }

  /** The calls of a workspace that are asked for. */
  CallPage list(WorkspaceId workspace, CallFilter filter) {
    CallListSql sql = CallListSql.of(workspace, filter);
    List<Listed> found =
        jdbc.sql(sql.text()).params(sql.params()).query((row, number) -> listed(row)).list();
    Integer limit = filter.limit();
    if (limit == null || found.size() <= limit) {
      return new CallPage(calls(found), null);
    }
    List<Listed> page = found.subList(0, limit);
    return new CallPage(calls(page), page.getLast().place());
  }

  private static List<CallSummary> calls(List<Listed> page) {
    return page.stream().map(Listed::call).toList();
  }

  private record Listed(CallSummary call, CallCursor place) {}

  /** One call; {@code workspace} is null for the voice agent, which serves all of them. */
  Optional<CallDetails> find(String call, @Nullable WorkspaceId workspace) {
    return jdbc.sql(
            """
            select calls.*, source, version, variant_id, variant_name, text
            from calls left join call_prompts on call_id = id
            where id = :id and started_at is not null
            and (:workspace::text is null or workspace_id = :workspace)
            """)
        .param("id", call)
        .param("workspace", workspace == null ? null : workspace.value())
        .query((row, number) -> KeptCall.of(row))
        .optional()
        .map(this::details);
  }

  private static Listed listed(ResultSet row) throws SQLException {
    CallSummary call =
        new CallSummary(
            row.getString("id"),
            row.getString("workspace_id"),
            row.getString("agent_id"),
            row.getString("agent_name"),
            row.getString("counterpart"),
            row.getString("room_name"),
            row.getTimestamp("started_at").getTime(),
            KeptCall.millis(row, "ended_at"),
            row.getLong("duration_sec"),
            row.getString("outcome"),
            KeptCall.cost(row),
            row.getString("recording_url"),
            row.getTimestamp("created_at").getTime(),
            row.getTimestamp("updated_at").getTime());
    return new Listed(call, new CallCursor(row.getTimestamp("started_at").toInstant(), call.id()));
  }

  /** Asked when the row's connection is given back: one that waits for another has none itself. */
  private CallDetails details(KeptCall call) {
    CallAnalysis analysis = analyses.of(call.id());
    ArchivedCall archived = archive.find(call.id()).orElse(null);
    JsonNode recording = call.recording() == null ? null : json.readTree(call.recording());
    Map<String, @Nullable Object> metrics =
        archived == null ? metrics(call, analysis) : archived.metrics();
    call.plays().addTo(metrics, recording);
    return new CallDetails(
        call.id().value(),
        call.workspaceId(),
        call.agentId(),
        call.agentName(),
        call.counterpart(),
        call.roomName(),
        call.startedAt(),
        call.answeredAt(),
        call.endedAt(),
        call.durationSec(),
        call.outcome(),
        call.cost(),
        transcripts.of(call.id()),
        call.plays().on(recording),
        metrics,
        call.prompt(),
        archived == null ? analysis.status() : archived.analysisStatus(),
        archived == null ? analysis.results() : archived.extractionResults(),
        call.createdAt(),
        call.updatedAt());
  }

  private Map<String, @Nullable Object> metrics(KeptCall call, CallAnalysis analysis) {
    Map<String, @Nullable Object> metrics =
        shownMetrics.of(call.id(), call.channel(), call.roomName());
    metrics.put("abTest", call.prompt() == null ? null : call.prompt().abTest());
    if (analysis.preset() != null) {
      metrics.put("preset_analysis", analysis.preset());
    }
    return metrics;
  }
}
