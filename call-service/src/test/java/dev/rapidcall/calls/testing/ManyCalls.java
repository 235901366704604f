package dev.rapidcall.calls.testing;

import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Five thousand calls of forty workspaces, each with two agents, one call a minute. */
public final class ManyCalls {
  public static final String WORKSPACE = "many-7";
  public static final String AGENT = "many-7-1";
  public static final Instant MIDDLE = Instant.parse("2026-01-02T20:00:00Z");

  private ManyCalls() {}

  public static void keep(JdbcClient jdbc) {
    jdbc.sql(
            """
            insert into calls (id, workspace_id, agent_id, agent_name, counterpart, room_name, channel,
                               opened_at, started_at, ended_at, talk_millis, outcome,
                               created_at, updated_at)
            select 'many_' || i, 'many-' || i % 40, 'many-' || i % 40 || '-' || i % 2, 'A', 'webtest',
                   'many-room-' || i, 'WEB', at, at, at + interval '1 minute', 60000, 'user_hangup',
                   at, at
            from (select i, '2026-01-01T00:00:00Z'::timestamptz + i * interval '1 minute' as at
                  from generate_series(1, 5000) as i) as minutes
            on conflict do nothing
            """)
        .update();
    jdbc.sql("analyze calls").update();
  }
}
