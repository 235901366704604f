package dev.rapidcall.calls.agents;

import dev.rapidcall.calls.naming.RandomNames;
import dev.rapidcall.events.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The variants of agents. */
@Repository
class Variants {
  private static final int ID_LENGTH = 10;

  private final JdbcClient jdbc;
  private final RandomNames names;
  private final Clock clock;

  Variants(JdbcClient jdbc, RandomNames names, Clock clock) {
    this.jdbc = jdbc;
    this.names = names;
    this.clock = clock;
  }

  /** The newest first. */
  List<Variant> of(String agentId) {
    return jdbc.sql(
            """
            select * from agent_variants where agent_id = :agent order by created_at desc, id desc
            """)
        .param("agent", agentId)
        .query((row, number) -> variant(row))
        .list();
  }

  /** Empty if the workspace has no such agent. */
  Optional<Variant> add(
      WorkspaceId workspace, String agentId, Map<String, @Nullable Object> input) {
    return jdbc.sql(
            """
            insert into agent_variants (id, agent_id, workspace_id, name, prompt, traffic_percent,
                                        enabled, created_at, updated_at)
            select :id, agents.id, agents.workspace_id, :name, :prompt, :percent, :enabled, :now, :now
            from agents where agents.id = :agent and agents.workspace_id = :workspace
            for key share
            returning *
            """)
        .param("id", names.next(ID_LENGTH))
        .param("agent", agentId)
        .param("workspace", workspace.value())
        .param("name", input.get("name"))
        .param("prompt", input.get("prompt"))
        .param("percent", input.get("trafficPercent"))
        .param("enabled", input.getOrDefault("enabled", true))
        .param("now", Timestamp.from(clock.instant()))
        .query((row, number) -> variant(row))
        .optional();
  }

  /** Changes what the input names, each in one statement, so that no change undoes another. */
  Optional<Variant> change(
      WorkspaceId workspace, String agentId, String id, Map<String, @Nullable Object> input) {
    return jdbc.sql(
            """
            update agent_variants
            set name = coalesce(:name, name), prompt = coalesce(:prompt, prompt),
                traffic_percent = coalesce(:percent::integer, traffic_percent),
                enabled = coalesce(:enabled::boolean, enabled), updated_at = :now
            where id = :id and agent_id = :agent and workspace_id = :workspace
            returning *
            """)
        .param("id", id)
        .param("agent", agentId)
        .param("workspace", workspace.value())
        .param("name", input.get("name"))
        .param("prompt", input.get("prompt"))
        .param("percent", input.get("trafficPercent"))
        .param("enabled", input.get("enabled"))
        .param("now", Timestamp.from(clock.instant()))
        .query((row, number) -> variant(row))
        .optional();
  }

  /** Says whether there was one. */
  boolean remove(WorkspaceId workspace, String agentId, String id) {
    return jdbc.sql(
                """
                delete from agent_variants
                where id = :id and agent_id = :agent and workspace_id = :workspace
                """)
            .param("id", id)
            .param("agent", agentId)
            .param("workspace", workspace.value())
            .update()
        == 1;
  }

  private static Variant variant(ResultSet row) throws SQLException {
    return new Variant(
        row.getString("id"),
        row.getString("agent_id"),
        row.getString("workspace_id"),
        row.getString("name"),
        row.getString("prompt"),
        row.getInt("traffic_percent"),
        row.getBoolean("enabled"),
        row.getTimestamp("created_at").getTime(),
        row.getTimestamp("updated_at").getTime());
  }
}
