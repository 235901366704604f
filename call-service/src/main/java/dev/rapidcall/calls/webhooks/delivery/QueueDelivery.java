package dev.rapidcall.calls.webhooks.delivery;

import dev.rapidcall.calls.agents.Agent;
import dev.rapidcall.calls.agents.Agents;
import dev.rapidcall.calls.naming.RandomNames;
import dev.rapidcall.calls.webhooks.events.CustomerEvent;
import dev.rapidcall.events.AgentId;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Queues a new event for the webhook that its agent has now, if it has one. */
@Component
public class QueueDelivery {
  private static final int ID_LENGTH = 10;

  private final JdbcClient jdbc;
  private final Agents agents;
  private final CallOrder order;
  private final RandomNames names;

  QueueDelivery(JdbcClient jdbc, Agents agents, CallOrder order, RandomNames names) {
    this.jdbc = jdbc;
    this.agents = agents;
    this.order = order;
    this.names = names;
  }

  /** In the transaction that made the event: there is never one without the other. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void queue(CustomerEvent event) {
    AgentId agent = event.agentId();
    if (agent != null) {
      webhookOf(event, agent).ifPresent(url -> insert(event, agent, url));
    }
  }

  private Optional<String> webhookOf(CustomerEvent event, AgentId agent) {
    return agents
        .find(event.workspaceId(), agent.value())
        .map(Agent::webhookUrl)
        .filter(url -> !url.isBlank());
  }

  /** Without a time if an earlier one of the call is still on its way. */
  private void insert(CustomerEvent event, AgentId agent, String url) {
    order.hold(List.of(event.callId()));
    jdbc.sql(
            """
            insert into webhook_deliveries (id, workspace_id, event_seq, event_id, call_id, agent_id,
                                            url, status, due_at, created_at)
            select :id, :workspace, :seq, :event, :call, :agent, :url, 'pending',
                   case when not exists (
                     select 1 from webhook_deliveries
                     where call_id = :call and status = 'pending') then :now::timestamptz end,
                   :now::timestamptz
            """)
        .param("id", names.next(ID_LENGTH))
        .param("workspace", event.workspaceId().value())
        .param("seq", event.seq())
        .param("event", event.id())
        .param("call", event.callId().value())
        .param("agent", agent.value())
        .param("url", url)
        .param("now", Timestamp.from(event.createdAt()))
        .update();
  }
}
