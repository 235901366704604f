package dev.rapidcall.calls.webhooks.testing;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Very many events of a workspace, each call with its start, its end and its analysis. */
public final class Backlog {
  private static final String EVENTS =
      """
      insert into customer_events (workspace_id, seq, id, type, call_id, agent_id, occurred_at,
                                   created_at, body, body_bytes)
      select :workspace, i, 'evt_' || :workspace || i,
             (array['call_started', 'call_ended', 'call_analyzed'])[1 + (i - 1) % 3],
             'call_' || :workspace || (i - 1) / 3, 'agent', now(), now(), '{"a":1}', 7
      from generate_series(1, :events) i
      """;

  private final JdbcClient jdbc;
  private final String workspace;

  private Backlog(JdbcClient jdbc, String workspace) {
    this.jdbc = jdbc;
    this.workspace = workspace;
  }

  public static Backlog of(JdbcClient jdbc, String workspace, int events) {
    jdbc.sql(EVENTS).param("workspace", workspace).param("events", events).update();
    return new Backlog(jdbc, workspace);
  }

  /** All are due since an hour, however they stand in their call. */
  public Backlog dueTo(String url) {
    return to(url, "now() - interval '1 hour'");
  }

  /** The starts are tried again in an hour, the rest waits for them. */
  public Backlog blockedAt(String url) {
    return to(url, "case when i % 3 = 1 then now() + interval '1 hour' end");
  }

  private Backlog to(String url, String dueAt) {
    jdbc.sql(
            """
            insert into webhook_deliveries (id, workspace_id, event_seq, event_id, call_id, agent_id,
                                            url, status, due_at, created_at)
            select :workspace || seq, :workspace, seq, id, call_id, 'agent', :url, 'pending', %s, now()
            from (select customer_events.*, seq as i from customer_events
                  where workspace_id = :workspace) events
            """
                .formatted(dueAt))
        .param("workspace", workspace)
        .param("url", url)
        .update();
    jdbc.sql("analyze customer_events").update();
    jdbc.sql("analyze webhook_deliveries").update();
    return this;
  }
}
