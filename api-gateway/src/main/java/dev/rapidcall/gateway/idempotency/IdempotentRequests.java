package dev.rapidcall.gateway.idempotency;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Which keys were used for what, and what was answered. */
final class IdempotentRequests {
  private static final Duration KEPT = Duration.ofHours(24);

  /** Longer than a request takes, and short for who waits after a crash. */
  private static final Duration LEASE = Duration.ofMinutes(2);

  private static final String WHERE =
      " WHERE workspace_id = :workspace AND subject = :subject AND idempotency_key = :key";

  private final JdbcClient sql;
  private final AnswerCipher cipher;
  private final Clock clock;

  IdempotentRequests(JdbcClient sql, AnswerCipher cipher, Clock clock) {
    this.sql = sql;
    this.cipher = cipher;
    this.clock = clock;
  }

  /** Takes the request if nobody has answered it and nobody is at it. */
  Claim claim(ScopedKey key, String requestHash) {
    Instant now = clock.instant();
    return take(key, requestHash, now).orElseGet(() -> known(key, requestHash));
  }

  /** Keeps the answer, unless the attempt took so long that another one took over. */
  void keep(ScopedKey key, Claim.Run run, KeptAnswer answer) {
    of(key, "UPDATE idempotent_requests SET answer = :answer" + WHERE + " AND claim = :claim")
        .param("claim", run.id())
        .param("answer", cipher.encrypt(key, answer))
        .update();
  }

  /** Lets the next attempt begin at once; it must still be the same request. */
  void release(ScopedKey key, Claim.Run run) {
    of(key, "UPDATE idempotent_requests SET claimed_until = :now" + WHERE + " AND claim = :claim")
        .param("claim", run.id())
        .param("now", utc(clock.instant()))
        .update();
  }

  /** Forgets what is older than a day. */
  int clean() {
    return sql.sql("DELETE FROM idempotent_requests WHERE expires_at <= :now")
        .param("now", utc(clock.instant()))
        .update();
  }

  private Optional<Claim> take(ScopedKey key, String requestHash, Instant now) {
    String claim = UUID.randomUUID().toString();
    return of(
            key,
            """
            INSERT INTO idempotent_requests AS known
              (workspace_id, subject, idempotency_key, request_hash, owner_key,
               claim, claimed_until, expires_at)
            VALUES (:workspace, :subject, :key, :hash, :ownerKey, :claim, :until, :expires)
            ON CONFLICT (workspace_id, subject, idempotency_key) DO UPDATE SET
              request_hash = EXCLUDED.request_hash,
              owner_key = CASE WHEN known.expires_at <= :now
                               THEN EXCLUDED.owner_key ELSE known.owner_key END,
              claim = EXCLUDED.claim,
              claimed_until = EXCLUDED.claimed_until,
              expires_at = EXCLUDED.expires_at,
              answer = NULL
            WHERE known.expires_at <= :now
               OR (known.answer IS NULL AND known.claimed_until <= :now
                   AND known.request_hash = EXCLUDED.request_hash)
            RETURNING owner_key
            """)
        .param("hash", requestHash)
        .param("ownerKey", UUID.randomUUID().toString())
        .param("claim", claim)
        .param("until", utc(now.plus(LEASE)))
        .param("expires", utc(now.plus(KEPT)))
        .param("now", utc(now))
        .query(String.class)
        .optional()
        .map(ownerKey -> new Claim.Run(claim, ownerKey));
  }

  private Claim known(ScopedKey key, String requestHash) {
    return of(key, "SELECT request_hash, answer FROM idempotent_requests" + WHERE)
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
    Optional<KeptAnswer> readable = cipher.decrypt(key, answer);
    return readable.isPresent() ? new Claim.Answered(readable.get()) : new Claim.Unreadable();
  }

  private StatementSpec of(ScopedKey key, String statement) {
    return sql.sql(statement)
        .param("workspace", key.workspaceId())
        .param("subject", key.subject())
        .param("key", key.key());
  }

  private static OffsetDateTime utc(Instant time) {
    return time.atOffset(ZoneOffset.UTC);
  }
}
