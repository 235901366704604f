package dev.rapidcall.gateway.accounts;

import static dev.rapidcall.gateway.accounts.Rows.instant;
import static dev.rapidcall.gateway.accounts.Rows.utc;

import dev.rapidcall.events.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who belongs to which workspace, as what. */
@Component
final class Members {
  private static final String SELECT =
      """
      SELECT m.user_id, u.name, u.email, m.role, m.created_at
      FROM workspace_members m JOIN users u ON u.id = m.user_id
      WHERE m.workspace_id = :workspace
      """;

  private final JdbcClient sql;

  Members(JdbcClient sql) {
    this.sql = sql;
  }

  /** Changes nothing for who is a member already. */
  void add(WorkspaceId workspace, UserId user, Role role, Instant now) {
    sql.sql(
            """
            INSERT INTO workspace_members (workspace_id, user_id, role, created_at)
            VALUES (:workspace, :user, :role, :now) ON CONFLICT DO NOTHING
            """)
        .param("workspace", workspace.value())
        .param("user", user.value())
        .param("role", role.word())
        .param("now", utc(now))
        .update();
  }

  List<Member> of(WorkspaceId workspace) {
    return sql.sql(SELECT + " ORDER BY m.created_at, m.user_id")
        .param("workspace", workspace.value())
        .query(Members::member)
        .list();
  }

  Optional<Member> find(WorkspaceId workspace, String userId) {
    return sql.sql(SELECT + " AND m.user_id = :user")
        .param("workspace", workspace.value())
        .param("user", userId)
        .query(Members::member)
        .optional();
  }

  boolean hasAddress(WorkspaceId workspace, String email) {
    return !sql.sql(SELECT + " AND u.email = :email")
        .param("workspace", workspace.value())
        .param("email", email)
        .query(Members::member)
        .list()
        .isEmpty();
  }

  int owners(WorkspaceId workspace) {
    return sql.sql(
            "SELECT count(*) FROM workspace_members WHERE workspace_id = :workspace AND role = 'owner'")
        .param("workspace", workspace.value())
        .query(Integer.class)
        .single();
  }

  void change(WorkspaceId workspace, UserId user, Role role) {
    sql.sql(
            """
            UPDATE workspace_members SET role = :role
            WHERE workspace_id = :workspace AND user_id = :user
            """)
        .param("workspace", workspace.value())
        .param("user", user.value())
        .param("role", role.word())
        .update();
  }

  void remove(WorkspaceId workspace, UserId user) {
    sql.sql("DELETE FROM workspace_members WHERE workspace_id = :workspace AND user_id = :user")
        .param("workspace", workspace.value())
        .param("user", user.value())
        .update();
  }

  private static Member member(ResultSet row, int number) throws SQLException {
    return new Member(
        new UserId(row.getString("user_id")),
        row.getString("name"),
        row.getString("email"),
        Role.named(row.getString("role")),
        instant(row, "created_at"));
  }
}
