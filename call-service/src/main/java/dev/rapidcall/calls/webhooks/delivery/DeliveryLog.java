package dev.rapidcall.calls.webhooks.delivery;

import dev.rapidcall.calls.webhooks.delivery.DeliveryView.Attempt;
import dev.rapidcall.events.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what became of deliveries. */
@Repository
class DeliveryLog {
  private static final String SELECT =
      """
      select delivery.*, events.type, latest.status as last_status, latest.error as last_error
      from webhook_deliveries delivery
      join customer_events events on events.id = delivery.event_id
      left join lateral (
        select status, error from webhook_attempts
        where delivery_id = delivery.id order by number desc limit 1) latest on true
      where delivery.workspace_id = :workspace
      """;

  /** A page, the newest first, and where the next one begins. */
  record Page(List<DeliveryView> deliveries, @Nullable String nextCursor) {}

  private record Placed(long seq, DeliveryView view) {}

  private final JdbcClient jdbc;

  DeliveryLog(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Page page(WorkspaceId workspace, DeliveryFilter filter) {
    List<Placed> found =
        jdbc.sql(
                SELECT
                    + """
                      and (:agent::text is null or delivery.agent_id = :agent)
                      and (:call::text is null or delivery.call_id = :call)
                      and (:status::text is null or delivery.status = :status)
                      and (:before::bigint is null or delivery.event_seq < :before)
                      order by delivery.event_seq desc limit :limit
                      """)
            .param("workspace", workspace.value())
            .param("agent", filter.agentId())
            .param("call", filter.callId())
            .param("status", filter.status() == null ? null : filter.status().wireName())
            .param("before", filter.before())
            .param("limit", filter.limit())
            .query((row, number) -> new Placed(row.getLong("event_seq"), view(row)))
            .list();
    boolean full = found.size() == filter.limit();
    return new Page(
        found.stream().map(Placed::view).toList(),
        full ? Long.toString(found.getLast().seq()) : null);
  }

  Optional<DeliveryView> find(WorkspaceId workspace, String id) {
    return jdbc.sql(SELECT + " and delivery.id = :id")
        .param("workspace", workspace.value())
        .param("id", id)
        .query((row, number) -> view(row))
        .optional()
        .map(view -> view.with(attempts(id)));
  }

  private List<Attempt> attempts(String delivery) {
    return jdbc.sql("select * from webhook_attempts where delivery_id = :id order by number")
        .param("id", delivery)
        .query(
            (row, number) ->
                new Attempt(
                    row.getInt("number"),
                    row.getTimestamp("attempted_at").getTime(),
                    row.getObject("status", Integer.class),
                    row.getString("error"),
                    row.getLong("millis")))
        .list();
  }

  private static DeliveryView view(ResultSet row) throws SQLException {
    return new DeliveryView(
        row.getString("id"),
        row.getString("event_id"),
        row.getString("type"),
        row.getString("call_id"),
        row.getString("agent_id"),
        row.getString("url"),
        row.getString("status"),
        row.getInt("claims"),
        row.getObject("last_status", Integer.class),
        row.getString("last_error"),
        millis(row, "due_at"),
        millis(row, "delivered_at"),
        row.getTimestamp("created_at").getTime(),
        null);
  }

  private static @Nullable Long millis(ResultSet row, String column) throws SQLException {
    Timestamp timestamp = row.getTimestamp(column);
    return timestamp == null ? null : timestamp.getTime();
  }
}
