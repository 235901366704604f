package dev.rapidcall.gateway.accounts;

import dev.rapidcall.events.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who is signed in, by the hash of the token. */
@Component
final class Sessions {
  private final JdbcClient sql;

  Sessions(JdbcClient sql) {
    this.sql = sql;
  }

  void add(SessionToken token, UserId user, Instant from, Instant until) {
    sql.sql(
            """
            INSERT INTO sessions (token_hash, user_id, created_at, expires_at)
            VALUES (:hash, :user, :from, :until)
            """)
        .param("hash", token.hash())
        .param("user", user.value())
        .param("from", from.atOffset(ZoneOffset.UTC))
        .param("until", until.atOffset(ZoneOffset.UTC))
        .update();
  }

  void remove(SessionToken token) {
    sql.sql("DELETE FROM sessions WHERE token_hash = :hash").param("hash", token.hash()).update();
  }

  void removeExpired(UserId user, Instant now) {
    sql.sql("DELETE FROM sessions WHERE user_id = :user AND expires_at <= :now")
        .param("user", user.value())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** The person and his first workspace, in one query: it runs for every request. */
  Optional<SignedIn> find(SessionToken token, Instant now) {
    return sql.sql(
            """
            SELECT u.id, u.email, u.name, u.created_at, u.updated_at,
                   w.id AS w_id, w.name AS w_name,
                   w.created_at AS w_created_at, w.updated_at AS w_updated_at
            FROM sessions s
            JOIN users u ON u.id = s.user_id
            JOIN LATERAL (SELECT * FROM workspaces
                          WHERE owner_id = u.id ORDER BY created_at, id LIMIT 1) w ON true
            WHERE s.token_hash = :hash AND s.expires_at > :now
            """)
        .param("hash", token.hash())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query((row, i) -> signedIn(row, token))
        .optional();
  }

  private static SignedIn signedIn(ResultSet row, SessionToken token) throws SQLException {
    UserId userId = new UserId(row.getString("id"));
    return new SignedIn(
        new User(
            userId,
            row.getString("email"),
            row.getString("name"),
            instant(row, "created_at"),
            instant(row, "updated_at")),
        new Workspace(
            new WorkspaceId(row.getString("w_id")),
            row.getString("w_name"),
            userId,
            instant(row, "w_created_at"),
            instant(row, "w_updated_at")),
        token);
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
