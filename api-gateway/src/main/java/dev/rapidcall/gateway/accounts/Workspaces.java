package dev.rapidcall.gateway.accounts;

import static dev.rapidcall.gateway.accounts.Rows.utc;

import dev.rapidcall.events.WorkspaceId;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Workspaces. */
@Component
final class Workspaces {
  private final JdbcClient sql;

  Workspaces(JdbcClient sql) {
    this.sql = sql;
  }

  void add(Workspace workspace) {
    sql.sql(
            """
            INSERT INTO workspaces (id, name, owner_id, created_at, updated_at)
            VALUES (:id, :name, :owner, :now, :now)
            """)
        .param("id", workspace.id().value())
        .param("name", workspace.name())
        .param("owner", workspace.ownerId().value())
        .param("now", utc(workspace.createdAt()))
        .update();
  }

  Workspace get(WorkspaceId id) {
    return sql.sql("SELECT " + Rows.WORKSPACE + " FROM workspaces w WHERE w.id = :id")
        .param("id", id.value())
        .query(Rows::workspace)
        .single();
  }

  /** All that a person is a member of, the first joined first. */
  List<Workspace> of(UserId user) {
    return sql.sql(
            "SELECT "
                + Rows.WORKSPACE
                + """
                FROM workspace_members m JOIN workspaces w ON w.id = m.workspace_id
                WHERE m.user_id = :user ORDER BY m.created_at, m.workspace_id
                """)
        .param("user", user.value())
        .query(Rows::workspace)
        .list();
  }

  /** How many a person is an owner of. */
  int ownedBy(UserId user) {
    return sql.sql(
            "SELECT count(*) FROM workspace_members WHERE user_id = :user AND role = 'owner'")
        .param("user", user.value())
        .query(Integer.class)
        .single();
  }

  void rename(WorkspaceId id, String name, Instant now) {
    sql.sql("UPDATE workspaces SET name = :name, updated_at = :now WHERE id = :id")
        .param("id", id.value())
        .param("name", name)
        .param("now", utc(now))
        .update();
  }

  /** Until the transaction ends nobody else changes who belongs to it. */
  void lock(WorkspaceId id) {
    sql.sql("SELECT 1 FROM workspaces WHERE id = :id FOR NO KEY UPDATE")
        .param("id", id.value())
        .query(Integer.class)
        .single();
  }

  /** A workspace is shown as the property of its first owner. */
  void settleOwner(WorkspaceId id) {
    sql.sql(
            """
            UPDATE workspaces w SET owner_id = (
              SELECT user_id FROM workspace_members m
              WHERE m.workspace_id = w.id AND m.role = 'owner'
              ORDER BY m.created_at, m.user_id LIMIT 1)
            WHERE w.id = :id
            """)
        .param("id", id.value())
        .update();
  }
}
