package dev.rapidcall.calls.agents;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which agents have to do with a call right now. */
@Repository
class AgentsInCalls {
  private static final Duration AFTERWARDS = Duration.ofMinutes(10);

  private final JdbcClient jdbc;
  private final Clock clock;

  AgentsInCalls(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Whether a call of the agent goes on, or ended so lately that its voice may still be at work.
   */
  boolean contains(Agent agent) {
    return jdbc.sql(
            """
            select exists (select from calls
                           where agent_id = :agent and workspace_id = :workspace
                             and imported_at is null and ended_at is null)
                or exists (select from calls
                           where agent_id = :agent and workspace_id = :workspace
                             and imported_at is null and ended_at > :since)
            """)
        .param("agent", agent.id())
        .param("workspace", agent.workspaceId())
        .param("since", Timestamp.from(clock.instant().minus(AFTERWARDS)))
        .query(Boolean.class)
        .single();
  }
}
