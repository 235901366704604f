package dev.rapidcall.calls.webhooks.events;

import dev.rapidcall.calls.naming.RandomNames;
import dev.rapidcall.events.AgentId;
import dev.rapidcall.events.CallId;
import dev.rapidcall.events.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The events' rows. */
@Repository
public class CustomerEvents {
  private static final String PREFIX = "evt_";
  private static final int ID_LENGTH = 20;
  private static final long BYTES = 4L * 1024 * 1024;

  private final JdbcClient jdbc;
  private final RandomNames names;
  private final Clock clock;

  CustomerEvents(JdbcClient jdbc, RandomNames names, Clock clock) {
    this.jdbc = jdbc;
    this.names = names;
    this.clock = clock;
  }

  /** Whether the customer has been told. */
  boolean contain(CallId call, CustomerEventType type) {
    return jdbc.sql("select 1 from customer_events where call_id = :call and type = :type")
        .param("call", call.value())
        .param("type", type.wireName())
        .query((row, number) -> true)
        .optional()
        .isPresent();
  }

  /**
   * Adds an event unless its call has one of its kind. The workspace's other events wait until the
   * transaction is over: whoever reads on from number 7 must never find a number 6 later.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  Optional<CustomerEvent> add(NewCustomerEvent event) {
    long seq = hold(event.workspaceId()) + 1;
    String id = PREFIX + names.next(ID_LENGTH);
    Instant now = clock.instant();
    if (!insert(event, seq, id, now)) {
      return Optional.empty();
    }
    jdbc.sql("update customer_event_counters set last_seq = :seq where workspace_id = :workspace")
        .param("seq", seq)
        .param("workspace", event.workspaceId().value())
        .update();
    return Optional.of(
        new CustomerEvent(
            event.workspaceId(),
            seq,
            id,
            event.type().wireName(),
            event.callId(),
            event.agentId(),
            now,
            event.body()));
  }

  /**
   * The events behind a place, the oldest first: as many as fit into a few megabytes, but one at
   * least. A transcript can be very long, and many read at once.
   */
  public List<CustomerEvent> after(WorkspaceId workspace, long seq, int limit) {
    return jdbc.sql(
            """
            select * from (
              select *, sum(body_bytes) over (order by seq) as so_far
              from (select * from customer_events where workspace_id = :workspace and seq > :seq
                    order by seq limit :limit) behind) summed
            where so_far <= :bytes or so_far = body_bytes
            order by seq
            """)
        .param("workspace", workspace.value())
        .param("seq", seq)
        .param("limit", limit)
        .param("bytes", BYTES)
        .query((row, number) -> event(row))
        .list();
  }

  /** The body of one, letter by letter. */
  public String body(String id) {
    return jdbc.sql("select body from customer_events where id = :id")
        .param("id", id)
        .query(String.class)
        .single();
  }

  /** The place of each workspace's newest event. */
  public Map<WorkspaceId, Long> latest(Collection<WorkspaceId> workspaces) {
    Map<WorkspaceId, Long> latest = new HashMap<>();
    jdbc.sql("select * from customer_event_counters where workspace_id in (:workspaces)")
        .param("workspaces", workspaces.stream().map(WorkspaceId::value).toList())
        .query(
            row -> {
              latest.put(new WorkspaceId(row.getString("workspace_id")), row.getLong("last_seq"));
            });
    return latest;
  }

  private long hold(WorkspaceId workspace) {
    jdbc.sql(
            """
            insert into customer_event_counters (workspace_id) values (:workspace)
            on conflict do nothing
            """)
        .param("workspace", workspace.value())
        .update();
    return jdbc.sql(
            """
            select last_seq from customer_event_counters where workspace_id = :workspace for update
            """)
        .param("workspace", workspace.value())
        .query(Long.class)
        .single();
  }

  private boolean insert(NewCustomerEvent event, long seq, String id, Instant now) {
    return jdbc.sql(
                """
                insert into customer_events (workspace_id, seq, id, type, call_id, agent_id,
                                             occurred_at, created_at, body, body_bytes)
                values (:workspace, :seq, :id, :type, :call, :agent, :occurred, :now, :body::json,
                        octet_length(:body::text))
                on conflict (call_id, type) do nothing
                """)
            .param("workspace", event.workspaceId().value())
            .param("seq", seq)
            .param("id", id)
            .param("type", event.type().wireName())
            .param("call", event.callId().value())
            .param("agent", event.agentId() == null ? null : event.agentId().value())
            .param("occurred", Timestamp.from(event.occurredAt()))
            .param("now", Timestamp.from(now))
            .param("body", event.body())
            .update()
        == 1;
  }

  private static CustomerEvent event(ResultSet row) throws SQLException {
    String agent = row.getString("agent_id");
    return new CustomerEvent(
        new WorkspaceId(row.getString("workspace_id")),
        row.getLong("seq"),
        row.getString("id"),
        row.getString("type"),
        new CallId(row.getString("call_id")),
        agent == null ? null : new AgentId(agent),
        row.getTimestamp("created_at").toInstant(),
        row.getString("body"));
  }
}
