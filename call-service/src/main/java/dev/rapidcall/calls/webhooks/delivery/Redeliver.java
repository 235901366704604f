package dev.rapidcall.calls.webhooks.delivery;

import dev.rapidcall.events.CallId;
import dev.rapidcall.events.WorkspaceId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sends events again, with their ids and bodies, to the webhook that the agent has now: whoever
 * asks for it has probably just mended its address. What is under way is sent again after it.
 */
@Component
class Redeliver {
  private static final String CHOSEN = " delivery.workspace_id = :workspace ";
  private static final String ONE = CHOSEN + " and delivery.id = :id ";
  private static final String RANGE =
      CHOSEN
          + """
            and delivery.created_at >= :from and delivery.created_at <= :to
            and (:agent::text is null or delivery.agent_id = :agent)
            and (:status::text is null or delivery.status = :status)
            """;
  private static final String QUEUE =
      """
      update webhook_deliveries delivery
      set status = 'pending', queued = queued + 1, tries = 0, delivered_at = null,
          url = agents.webhook_url,
          due_at = case when leased_until > :now then leased_until else :now::timestamptz end,
          leased_until = case when leased_until > :now then leased_until end
      from agents
      where agents.id = delivery.agent_id and btrim(agents.webhook_url) <> '' and
      """;

  private final JdbcClient jdbc;
  private final CallOrder order;
  private final Clock clock;

  Redeliver(JdbcClient jdbc, CallOrder order, Clock clock) {
    this.jdbc = jdbc;
    this.order = order;
    this.clock = clock;
  }

  /**
   * What came of it.
   *
   * @param skipped those whose agent has no webhook any more, or is gone
   */
  record Queued(int queued, int skipped) {}

  /** One, if there is such a one. */
  @Transactional
  Queued one(WorkspaceId workspace, String id) {
    return queue(ONE, Map.of("workspace", workspace.value(), "id", id));
  }

  /** Those of events that were made from one moment to another, both included. */
  @Transactional
  Queued range(WorkspaceId workspace, Range range) {
    Map<String, @Nullable Object> parameters = new HashMap<>();
    parameters.put("workspace", workspace.value());
    parameters.put("from", Timestamp.from(range.from()));
    parameters.put("to", Timestamp.from(range.to()));
    parameters.put("agent", range.agentId());
    parameters.put("status", range.status() == null ? null : range.status().wireName());
    return queue(RANGE, parameters);
  }

  /** What to send again; null leaves open. */
  record Range(
      Instant from, Instant to, @Nullable String agentId, @Nullable DeliveryStatus status) {}

  private Queued queue(String which, Map<String, ? extends @Nullable Object> parameters) {
    List<CallId> chosen =
        jdbc.sql("select delivery.call_id from webhook_deliveries delivery where " + which)
            .params(parameters)
            .query((row, number) -> new CallId(row.getString("call_id")))
            .list();
    Set<CallId> calls = Set.copyOf(chosen);
    order.hold(calls);
    Instant now = clock.instant();
    int queued =
        jdbc.sql(QUEUE + which).params(parameters).param("now", Timestamp.from(now)).update();
    order.arrange(calls, now);
    return new Queued(queued, Math.max(0, chosen.size() - queued));
  }
}
