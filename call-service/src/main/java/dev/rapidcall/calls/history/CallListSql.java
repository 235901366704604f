package dev.rapidcall.calls.history;

import dev.rapidcall.events.WorkspaceId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A list of calls in one query, the newest first; one call more than a page holds. */
final class CallListSql {
  private final StringBuilder sql =
      new StringBuilder(
          """
          select id, workspace_id, agent_id, agent_name, counterpart, room_name, started_at, ended_at,
                 duration_sec, outcome, recording ->> 'url' as recording_url, cost_usd, created_at,
                 updated_at
          from calls where workspace_id = :workspace and started_at is not null
          """);
  private final Map<String, Object> params = new HashMap<>();

  private CallListSql(WorkspaceId workspace) {
    params.put("workspace", workspace.value());
  }

  static CallListSql of(WorkspaceId workspace, CallFilter filter) {
    CallListSql list = new CallListSql(workspace);
    list.and("agent_id = :agent", "agent", filter.agentId());
    list.and("outcome = :outcome", "outcome", filter.outcome());
    list.and(
        "channel = :channel", "channel", filter.channel() == null ? null : filter.channel().name());
    list.and("(recording is not null) = :recorded", "recorded", filter.hasRecording());
    list.and(
        "exists (select from call_labels where call_id = calls.id and label = :label)",
        "label",
        filter.label());
    list.and(
        "(strpos(lower(counterpart), lower(:text)) > 0 or strpos(lower(id), lower(:text)) > 0)",
        "text",
        filter.text());
    list.and("started_at >= :from", "from", timestamp(filter.from()));
    list.and("started_at <= :to", "to", timestamp(filter.to()));
    list.page(filter.after(), filter.limit());
    return list;
  }

  String text() {
    return sql.toString();
  }

  Map<String, Object> params() {
    return params;
  }

  private void page(@Nullable CallCursor after, @Nullable Integer limit) {
    if (after != null) {
      and("(started_at, id) < (:afterTime::timestamptz, :afterId)", "afterId", after.id());
      params.put("afterTime", Timestamp.from(after.startedAt()));
    }
    sql.append("order by started_at desc, id desc\n");
    if (limit != null) {
      sql.append("limit :limit");
      params.put("limit", limit + 1);
    }
  }

  private void and(String condition, String name, @Nullable Object value) {
    if (value != null) {
      sql.append("and ").append(condition).append('\n');
      params.put(name, value);
    }
  }

  private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
    return instant == null ? null : Timestamp.from(instant);
  }
}
