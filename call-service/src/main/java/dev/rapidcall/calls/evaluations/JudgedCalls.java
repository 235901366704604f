package dev.rapidcall.calls.evaluations;

import dev.rapidcall.events.CallId;
import dev.rapidcall.events.WorkspaceId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads calls as they are shown, whether they were held here or imported. */
@Repository
class JudgedCalls {
  private final JdbcClient jdbc;

  JudgedCalls(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A call that exists. */
  JudgedCall get(CallId call) {
    return jdbc.sql(
            """
            select workspace_id, agent_id, agent_name, outcome, duration_sec
            from calls where id = :id
            """)
        .param("id", call.value())
        .query(
            (row, number) ->
                new JudgedCall(
                    call,
                    new WorkspaceId(row.getString("workspace_id")),
                    row.getString("agent_id"),
                    row.getString("agent_name"),
                    row.getString("outcome"),
                    row.getLong("duration_sec")))
        .single();
  }
}
