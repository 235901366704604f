package dev.rapidcall.gateway.idempotency;

import dev.rapidcall.service.idempotency.AnswerCipher;
import dev.rapidcall.service.idempotency.KeptAnswer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * Which keys were used for what, and what was answered. All times are the database's: instances
 * whose clocks differ agree on who is at a request.
 */
final class IdempotentRequests {
  /** Longer than a request takes, and short for who waits after a crash. */
  private static final String LEASE = "now() + interval '2 minutes'";

  private static final String WHERE =
      " WHERE workspace_id = :workspace AND subject = :subject AND idempotency_key = :key";

  private final JdbcClient sql;
  private final AnswerCipher cipher;

  IdempotentRequests(JdbcClient sql, AnswerCipher cipher) {
    this.sql = sql;
    this.cipher = cipher;
  }

  /** Takes the request if nobody has answered it and nobody is at it. */
  Claim claim(ScopedKey key, String requestHash) {
    return take(key, requestHash).orElseGet(() -> known(key, requestHash));
  }

  /**
   * Keeps the answer, unless the attempt took so long that another one took over.
   *
   * @param bodyHash of a body that is not in the request's hash, if it was read to its end
   */
  void keep(ScopedKey key, Claim.Run run, KeptAnswer answer, @Nullable String bodyHash) {
    of(
            key,
            "UPDATE idempotent_requests SET answer = :answer, body_hash = :body"
                + WHERE
                + " AND claim = :claim")
        .param("claim", run.id())
        .param("answer", cipher.encrypt(key.whose(), answer))
        .param("body", bodyHash)
        .update();
  }

  /** Says that we are still at it. */
  void renew(ScopedKey key, Claim.Run run) {
    of(
            key,
            "UPDATE idempotent_requests SET claimed_until = "
                + LEASE
                + WHERE
                + " AND claim = :claim")
        .param("claim", run.id())
        .update();
  }

  /** Lets the next attempt begin at once; it must still be the same request. */
  void release(ScopedKey key, Claim.Run run) {
    of(key, "UPDATE idempotent_requests SET claimed_until = now()" + WHERE + " AND claim = :claim")
        .param("claim", run.id())
        .update();
  }

  /** Forgets what is older than a day. */
  int clean() {
    return sql.sql("DELETE FROM idempotent_requests WHERE expires_at <= now()").update();
  }

  /** Another attempt does not prolong the day: owners forget soon after it. */
  private Optional<Claim> take(ScopedKey key, String requestHash) {
    String claim = UUID.randomUUID().toString();
    return of(
            key,
            """
            INSERT INTO idempotent_requests AS known
              (workspace_id, subject, idempotency_key, request_hash, owner_key,
               claim, claimed_until, expires_at)
            VALUES (:workspace, :subject, :key, :hash, :ownerKey, :claim, %s,
                    now() + interval '24 hours')
            ON CONFLICT (workspace_id, subject, idempotency_key) DO UPDATE SET
              request_hash = EXCLUDED.request_hash,
              owner_key = CASE WHEN known.expires_at <= now()
                               THEN EXCLUDED.owner_key ELSE known.owner_key END,
              claim = EXCLUDED.claim,
              claimed_until = EXCLUDED.claimed_until,
              expires_at = CASE WHEN known.expires_at <= now()
                                THEN EXCLUDED.expires_at ELSE known.expires_at END,
              answer = NULL,
              body_hash = NULL
            WHERE known.expires_at <= now()
               OR (known.answer IS NULL AND known.claimed_until <= now()
                   AND known.request_hash = EXCLUDED.request_hash)
            RETURNING owner_key
            """
                .formatted(LEASE))
        .param("hash", requestHash)
        .param("ownerKey", UUID.randomUUID().toString())
        .param("claim", claim)
        .query(String.class)
        .optional()
        .map(ownerKey -> new Claim.Run(claim, ownerKey));
  }

  private Claim known(ScopedKey key, String requestHash) {
    return of(key, "SELECT request_hash, answer, body_hash FROM idempotent_requests" + WHERE)
        .query((row, i) -> known(key, requestHash, row))
        .optional()
        .orElseGet(Claim.Running::new); // gone in between: who comes again finds it free
  }

  private Claim known(ScopedKey key, String requestHash, ResultSet row) throws SQLException {
    if (!row.getString("request_hash").equals(requestHash)) {
      return new Claim.OtherRequest();
    }
    byte @Nullable [] answer = row.getBytes("answer");
    if (answer == null) {
      return new Claim.Running();
    }
    Optional<KeptAnswer> readable = cipher.decrypt(key.whose(), answer);
    return readable.isPresent()
        ? new Claim.Answered(readable.get(), row.getString("body_hash"))
        : new Claim.Unreadable();
  }

  private StatementSpec of(ScopedKey key, String statement) {
    return sql.sql(statement)
        .param("workspace", key.workspaceId())
        .param("subject", key.subject())
        .param("key", key.key());
  }
}
