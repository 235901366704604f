package dev.rapidcall.calls.webhooks.delivery;

import dev.rapidcall.events.WorkspaceId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Sends events again, with their ids and bodies, to the webhook that the agent has now: whoever
 * asks for it has probably just mended its address.
 */
@Component
class Redeliver {
  private static final String QUEUE =
      """
      update webhook_deliveries delivery
      set status = 'pending', due_at = :now, leased_until = null, tries = 0, delivered_at = null,
          url = coalesce((select nullif(agents.webhook_url, '') from agents
                          where agents.id = delivery.agent_id), delivery.url)
      where workspace_id = :workspace
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  Redeliver(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** One; says whether there is such a one. */
  boolean one(WorkspaceId workspace, String id) {
    return jdbc.sql(QUEUE + " and id = :id")
            .param("workspace", workspace.value())
            .param("now", Timestamp.from(clock.instant()))
            .param("id", id)
            .update()
        == 1;
  }

  /** Those of events that were made from one moment to another, both included; says how many. */
  int range(WorkspaceId workspace, Range range) {
    return jdbc.sql(
            QUEUE
                + """
                  and created_at >= :from and created_at <= :to
                  and (:agent::text is null or agent_id = :agent)
                  and (:status::text is null or status = :status)
                  """)
        .param("workspace", workspace.value())
        .param("now", Timestamp.from(clock.instant()))
        .param("from", Timestamp.from(range.from()))
        .param("to", Timestamp.from(range.to()))
        .param("agent", range.agentId())
        .param("status", range.status() == null ? null : range.status().wireName())
        .update();
  }

  /** What to send again; null leaves open. */
  record Range(
      Instant from, Instant to, @Nullable String agentId, @Nullable DeliveryStatus status) {}
}
