package dev.rapidcall.calls.history;

import dev.rapidcall.calls.analysis.CallAnalyses;
import dev.rapidcall.calls.analysis.CallAnalysis;
import dev.rapidcall.calls.metrics.CallMetrics;
import dev.rapidcall.calls.timeline.Timeline;
import dev.rapidcall.calls.transcripts.Transcripts;
import dev.rapidcall.events.CallChannel;
import dev.rapidcall.events.CallId;
import dev.rapidcall.events.CallMetricsEvent.CallMetricsReported;
import dev.rapidcall.events.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads calls. A call whose room was not opened yet is not shown. */
@Component
class CallHistory {
  private static final long HALF_A_SECOND = 500;

  private final JdbcClient jdbc;
  private final Transcripts transcripts;
  private final Timeline timeline;
  private final CallAnalyses analyses;
  private final JsonMapper json;

  CallHistory(
      JdbcClient jdbc,
      Transcripts transcripts,
      Timeline timeline,
      CallAnalyses analyses,
      JsonMapper json) {
    this.jdbc = jdbc;
    this.transcripts = transcripts;
    this.timeline = timeline;
    this.analyses = analyses;
    this.json = json;
  }

  /** All calls of a workspace, the newest first. */
  List<CallSummary> of(WorkspaceId workspace) {
    return jdbc.sql(
            """
            select * from calls where workspace_id = :workspace and started_at is not null
            order by started_at desc, id
            """)
        .param("workspace", workspace.value())
        .query((row, number) -> summary(row))
        .list();
  }

  /** One call; {@code workspace} is null for the voice agent, which serves all of them. */
  Optional<CallDetails> find(CallId call, @Nullable WorkspaceId workspace) {
    return jdbc.sql(
            """
            select * from calls where id = :id and started_at is not null
            and (:workspace::text is null or workspace_id = :workspace)
            """)
        .param("id", call.value())
        .param("workspace", workspace == null ? null : workspace.value())
        .query((row, number) -> details(row))
        .optional();
  }

  private CallSummary summary(ResultSet row) throws SQLException {
    JsonNode recording = recording(row);
    return new CallSummary(
        row.getString("id"),
        row.getString("workspace_id"),
        row.getString("agent_id"),
        row.getString("agent_name"),
        row.getString("counterpart"),
        row.getString("room_name"),
        row.getTimestamp("started_at").getTime(),
        millis(row, "ended_at"),
        wholeSeconds(row),
        row.getString("outcome"),
        null,
        recording == null ? null : recording.path("url").asString(),
        row.getTimestamp("created_at").getTime(),
        row.getTimestamp("updated_at").getTime());
  }

  private CallDetails details(ResultSet row) throws SQLException {
    CallId id = new CallId(row.getString("id"));
    CallAnalysis analysis = analyses.of(id);
    return new CallDetails(
        id.value(),
        row.getString("workspace_id"),
        row.getString("agent_id"),
        row.getString("agent_name"),
        row.getString("counterpart"),
        row.getString("room_name"),
        row.getTimestamp("started_at").getTime(),
        millis(row, "answered_at"),
        millis(row, "ended_at"),
        wholeSeconds(row),
        row.getString("outcome"),
        null,
        transcripts.of(id),
        recording(row),
        metrics(row, id, analysis),
        analysis.status(),
        analysis.results(),
        row.getTimestamp("created_at").getTime(),
        row.getTimestamp("updated_at").getTime());
  }

  private Map<String, @Nullable Object> metrics(ResultSet row, CallId id, CallAnalysis analysis)
      throws SQLException {
    CallChannel channel = CallChannel.valueOf(row.getString("channel"));
    Map<String, @Nullable Object> metrics =
        new LinkedHashMap<>(
            CallMetrics.of(channel, timeline.facts(id, Set.of(CallMetricsReported.class))));
    if (analysis.preset() != null) {
      metrics.put("preset_analysis", analysis.preset());
    }
    return metrics;
  }

  private @Nullable JsonNode recording(ResultSet row) throws SQLException {
    String recording = row.getString("recording");
    return recording == null ? null : json.readTree(recording);
  }

  private static long wholeSeconds(ResultSet row) throws SQLException {
    return Duration.ofMillis(row.getLong("talk_millis") + HALF_A_SECOND).toSeconds();
  }

  private static @Nullable Long millis(ResultSet row, String column) throws SQLException {
    Timestamp timestamp = row.getTimestamp(column);
    return timestamp == null ? null : timestamp.getTime();
  }
}
