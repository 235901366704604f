package dev.rapidcall.calls.analytics;

import dev.rapidcall.calls.agents.Agent;
import dev.rapidcall.events.WorkspaceId;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Sums over calls, made by the database. */
@Repository
class CallSums {
  private static final double SECONDS_OF_MINUTE = 60;

  private static final String TOTALS =
      """
      select count(*) as calls, count(ended_at) as completed,
             round(avg(duration_sec) filter (where ended_at is not null)) as duration,
             round(avg(latency_ms) filter (where ended_at is not null)) as latency,
             sum(tokens_total) as tokens
      from calls left join call_metrics on call_id = id
      """;

  static final String TOTALS_OF_WORKSPACE =
      TOTALS + "where workspace_id = :workspace and started_at between :from and :to";

  static final String TOTALS_OF_AGENT =
      TOTALS + "where agent_id = :agent and workspace_id = :workspace and started_at is not null";

  static final String DAYS =
      """
      select to_char(started_at at time zone 'UTC', 'YYYY-MM-DD') as day, count(*) as calls,
             round(coalesce(sum(duration_sec) filter (where ended_at is not null), 0) / 60) as minutes
      from calls
      where workspace_id = :workspace and started_at between :from and :to
      group by day order by day
      """;

  static final String LATEST_OF_AGENT =
      """
      select id, ended_at, duration_sec, tokens_total, round(latency_ms) as latency
      from calls left join call_metrics on call_id = id
      where agent_id = :agent and workspace_id = :workspace and ended_at is not null
      order by ended_at desc limit 1
      """;

  static final String USAGE_OF_AGENT =
      """
      select coalesce(sum(duration_sec), 0) as duration,
             coalesce(sum(llm_prompt_tokens), 0) as prompt,
             coalesce(sum(llm_prompt_cached_tokens), 0) as cached,
             coalesce(sum(llm_completion_tokens), 0) as completion,
             coalesce(sum(stt_audio_seconds), 0) as stt, coalesce(sum(tts_characters), 0) as tts
      from calls left join call_metrics on call_id = id
      where agent_id = :agent and workspace_id = :workspace and ended_at is not null
        and started_at between :from and :to
      """;

  private final JdbcClient jdbc;

  CallSums(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  CallTotals totals(WorkspaceId workspace, TimeRange range) {
    return jdbc.sql(TOTALS_OF_WORKSPACE)
        .param("workspace", workspace.value())
        .params(bounds(range))
        .query((row, number) -> totals(row))
        .single();
  }

  CallTotals totals(Agent agent) {
    return jdbc.sql(TOTALS_OF_AGENT)
        .params(owned(agent))
        .query((row, number) -> totals(row))
        .single();
  }

  /** Only days with calls, the earliest first. */
  List<DayOfCalls> days(WorkspaceId workspace, TimeRange range) {
    return jdbc.sql(DAYS)
        .param("workspace", workspace.value())
        .params(bounds(range))
        .query(
            (row, number) ->
                new DayOfCalls(row.getString("day"), row.getLong("calls"), row.getLong("minutes")))
        .list();
  }

  Optional<LatestCall> latest(Agent agent) {
    return jdbc.sql(LATEST_OF_AGENT)
        .params(owned(agent))
        .query(
            (row, number) ->
                new LatestCall(
                    row.getString("id"),
                    row.getTimestamp("ended_at").getTime(),
                    row.getLong("duration_sec"),
                    known(row, "tokens_total"),
                    known(row, "latency")))
        .optional();
  }

  UsageTotals usage(Agent agent, TimeRange range) {
    return jdbc.sql(USAGE_OF_AGENT)
        .params(owned(agent))
        .params(bounds(range))
        .query((row, number) -> usage(row))
        .single();
  }

  private static Map<String, ?> owned(Agent agent) {
    return Map.of("agent", agent.id(), "workspace", agent.workspaceId());
  }

  private static Map<String, ?> bounds(TimeRange range) {
    return Map.of("from", Timestamp.from(range.from()), "to", Timestamp.from(range.to()));
  }

  private static CallTotals totals(ResultSet row) throws SQLException {
    return new CallTotals(
        row.getLong("calls"),
        row.getLong("completed"),
        known(row, "duration"),
        known(row, "latency"),
        known(row, "tokens"));
  }

  private static UsageTotals usage(ResultSet row) throws SQLException {
    long seconds = row.getLong("duration");
    return new UsageTotals(
        seconds,
        seconds / SECONDS_OF_MINUTE,
        row.getLong("prompt"),
        row.getLong("cached"),
        row.getLong("completion"),
        row.getBigDecimal("stt"),
        row.getLong("tts"));
  }

  private static @Nullable Long known(ResultSet row, String column) throws SQLException {
    BigDecimal number = row.getBigDecimal(column);
    return number == null ? null : number.longValue();
  }
}
