package dev.rapidcall.gateway.accounts;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** People, by their address of sign-in. */
@Component
final class Users {
  private final JdbcClient sql;

  Users(JdbcClient sql) {
    this.sql = sql;
  }

  boolean exists(String email) {
    return sql.sql("SELECT 1 FROM users WHERE email = :email")
        .param("email", email)
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  /** False when the address is taken. */
  boolean add(User user, String passwordHash) {
    OffsetDateTime now = user.createdAt().atOffset(ZoneOffset.UTC);
    return sql.sql(
                """
                INSERT INTO users (id, email, name, password_hash, created_at, updated_at)
                VALUES (:id, :email, :name, :hash, :now, :now)
                ON CONFLICT (email) DO NOTHING
                """)
            .param("id", user.id().value())
            .param("email", user.email())
            .param("name", user.name())
            .param("hash", passwordHash)
            .param("now", now)
            .update()
        == 1;
  }

  Optional<Credentials> credentials(String email) {
    return sql.sql("SELECT id, password_hash FROM users WHERE email = :email")
        .param("email", email)
        .query((row, i) -> new Credentials(new UserId(row.getString(1)), row.getString(2)))
        .optional();
  }

  /** Unless the password was changed since its hash was read. */
  void replaceHash(UserId user, String old, String fresh) {
    sql.sql("UPDATE users SET password_hash = :fresh WHERE id = :id AND password_hash = :old")
        .param("id", user.value())
        .param("old", old)
        .param("fresh", fresh)
        .update();
  }

  /** Until the transaction ends nobody else decides about this person. */
  void lock(UserId user) {
    sql.sql("SELECT 1 FROM users WHERE id = :id FOR NO KEY UPDATE")
        .param("id", user.value())
        .query(Integer.class)
        .single();
  }

  record Credentials(UserId id, String passwordHash) {}
}
