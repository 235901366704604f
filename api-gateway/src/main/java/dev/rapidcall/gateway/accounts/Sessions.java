package dev.rapidcall.gateway.accounts;

import static dev.rapidcall.gateway.accounts.Rows.instant;
import static dev.rapidcall.gateway.accounts.Rows.utc;

import dev.rapidcall.events.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who is signed in, by the hash of the token. */
@Component
final class Sessions {
  private final JdbcClient sql;

  Sessions(JdbcClient sql) {
    this.sql = sql;
  }

  /**
   * A session that holds.
   *
   * @param in the workspace that was asked for, else the selected one, else the first; null when
   *     the person is no member of it
   */
  record Found(Session session, @Nullable Membership in, Instant lastUsedAt) {}

  void add(SessionToken token, UserId user, Instant from, Instant until) {
    sql.sql(
            """
            INSERT INTO sessions (token_hash, user_id, created_at, expires_at, last_used_at)
            VALUES (:hash, :user, :from, :until, :from)
            """)
        .param("hash", token.hash())
        .param("user", user.value())
        .param("from", utc(from))
        .param("until", utc(until))
        .update();
  }

  void remove(SessionToken token) {
    sql.sql("DELETE FROM sessions WHERE token_hash = :hash").param("hash", token.hash()).update();
  }

  void removeAll(UserId user) {
    sql.sql("DELETE FROM sessions WHERE user_id = :user").param("user", user.value()).update();
  }

  /** Everything that a request wants to know, in one query: it runs for each of them. */
  Optional<Found> find(
      SessionToken token, @Nullable String workspace, Instant now, Instant unusedSince) {
    return sql.sql(
            """
            SELECT u.id, u.email, u.name, u.created_at, u.updated_at, s.last_used_at, w.*
            FROM sessions s
            JOIN users u ON u.id = s.user_id
            LEFT JOIN LATERAL (
              SELECT %s, m.role
              FROM workspace_members m JOIN workspaces w ON w.id = m.workspace_id
              WHERE m.user_id = u.id AND m.workspace_id = coalesce(:workspace, m.workspace_id)
              ORDER BY m.workspace_id IS NOT DISTINCT FROM s.workspace_id DESC,
                       m.created_at, m.workspace_id
              LIMIT 1) w ON true
            WHERE s.token_hash = :hash AND s.expires_at > :now AND s.last_used_at > :unusedSince
            """
                .formatted(Rows.WORKSPACE))
        .param("hash", token.hash())
        .param("workspace", workspace)
        .param("now", utc(now))
        .param("unusedSince", utc(unusedSince))
        .query((row, i) -> found(row, token))
        .optional();
  }

  /** Says that a session was used, unless somebody said so since a time. */
  void use(SessionToken token, Instant now, Instant saidBefore) {
    sql.sql(
            """
            UPDATE sessions SET last_used_at = :now
            WHERE token_hash = :hash AND last_used_at <= :before
            """)
        .param("hash", token.hash())
        .param("now", utc(now))
        .param("before", utc(saidBefore))
        .update();
  }

  /** From now on requests of this session that name no workspace are for this one. */
  void select(SessionToken token, WorkspaceId workspace) {
    sql.sql("UPDATE sessions SET workspace_id = :workspace WHERE token_hash = :hash")
        .param("workspace", workspace.value())
        .param("hash", token.hash())
        .update();
  }

  /** Deletes sessions that ended, at most so many. */
  int purge(Instant now, Instant unusedSince, int atMost) {
    return sql.sql(
            """
            DELETE FROM sessions WHERE token_hash IN (
              SELECT token_hash FROM sessions
              WHERE expires_at <= :now OR last_used_at <= :unusedSince
              LIMIT :atMost FOR UPDATE SKIP LOCKED)
            """)
        .param("now", utc(now))
        .param("unusedSince", utc(unusedSince))
        .param("atMost", atMost)
        .update();
  }

  private static Found found(ResultSet row, SessionToken token) throws SQLException {
    User user =
        new User(
            new UserId(row.getString("id")),
            row.getString("email"),
            row.getString("name"),
            instant(row, "created_at"),
            instant(row, "updated_at"));
    String role = row.getString("role");
    Membership in = role == null ? null : new Membership(Rows.workspace(row, 0), Role.named(role));
    return new Found(new Session(token, user), in, instant(row, "last_used_at"));
  }
}
