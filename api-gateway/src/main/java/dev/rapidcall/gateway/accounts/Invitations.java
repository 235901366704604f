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

/** Invitations that are not accepted yet, by the hash of the token. */
@Component
final class Invitations {
  private static final String COLUMNS = "id, workspace_id, email, role, created_at, expires_at";

  private final JdbcClient sql;

  Invitations(JdbcClient sql) {
    this.sql = sql;
  }

  /** Takes the place of an earlier one for the same address. */
  void put(Invitation invitation, InvitationToken token, String invitedBy) {
    sql.sql(
            """
            INSERT INTO workspace_invitations
              (id, workspace_id, email, role, token_hash, invited_by, created_at, expires_at)
            VALUES (:id, :workspace, :email, :role, :hash, :by, :now, :until)
            ON CONFLICT (workspace_id, email) DO UPDATE SET
              id = excluded.id, role = excluded.role, token_hash = excluded.token_hash,
              invited_by = excluded.invited_by, created_at = excluded.created_at,
              expires_at = excluded.expires_at
            """)
        .param("id", invitation.id())
        .param("workspace", invitation.workspaceId().value())
        .param("email", invitation.email())
        .param("role", invitation.role().word())
        .param("hash", token.hash())
        .param("by", invitedBy)
        .param("now", utc(invitation.createdAt()))
        .param("until", utc(invitation.expiresAt()))
        .update();
  }

  /** Those that can still be accepted, newest first. */
  List<Invitation> of(WorkspaceId workspace, Instant now) {
    return sql.sql(
            "SELECT "
                + COLUMNS
                + """
                 FROM workspace_invitations
                WHERE workspace_id = :workspace AND expires_at > :now
                ORDER BY created_at DESC, id
                """)
        .param("workspace", workspace.value())
        .param("now", utc(now))
        .query(Invitations::invitation)
        .list();
  }

  /** Whoever comes second with the same token waits, and then finds nothing. */
  Optional<Invitation> lock(InvitationToken token, Instant now) {
    return sql.sql(
            "SELECT "
                + COLUMNS
                + """
                 FROM workspace_invitations
                WHERE token_hash = :hash AND expires_at > :now FOR UPDATE
                """)
        .param("hash", token.hash())
        .param("now", utc(now))
        .query(Invitations::invitation)
        .optional();
  }

  /** False when the workspace has no such invitation. */
  boolean remove(String id, WorkspaceId workspace) {
    return sql.sql("DELETE FROM workspace_invitations WHERE id = :id AND workspace_id = :workspace")
            .param("id", id)
            .param("workspace", workspace.value())
            .update()
        == 1;
  }

  /** Withdraws what a person sent, himself or by a key. */
  void removeBy(String person, WorkspaceId workspace) {
    sql.sql(
            "DELETE FROM workspace_invitations WHERE workspace_id = :workspace AND invited_by = :by")
        .param("workspace", workspace.value())
        .param("by", person)
        .update();
  }

  /** Deletes those past their time, at most so many. */
  int purge(Instant now, int atMost) {
    return sql.sql(
            """
            DELETE FROM workspace_invitations WHERE id IN (
              SELECT id FROM workspace_invitations WHERE expires_at <= :now
              LIMIT :atMost FOR UPDATE SKIP LOCKED)
            """)
        .param("now", utc(now))
        .param("atMost", atMost)
        .update();
  }

  private static Invitation invitation(ResultSet row, int number) throws SQLException {
    return new Invitation(
        row.getString("id"),
        new WorkspaceId(row.getString("workspace_id")),
        row.getString("email"),
        Role.named(row.getString("role")),
        instant(row, "created_at"),
        instant(row, "expires_at"));
  }
}
