package dev.rapidcall.service.idempotency;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** The table {@code answered_requests}: written in the transaction of what was answered. */
final class AnsweredRequests {
  private static final String WHERE = " where workspace_id = :workspace and idempotency_key = :key";

  private final JdbcClient jdbc;
  private final AnswerCipher cipher;

  AnsweredRequests(JdbcClient jdbc, AnswerCipher cipher) {
    this.jdbc = jdbc;
    this.cipher = cipher;
  }

  /** False if it was answered before; waits for a transaction that is at it. */
  boolean begin(RequestKey key) {
    return of(
                key,
                """
                insert into answered_requests (workspace_id, idempotency_key)
                values (:workspace, :key) on conflict do nothing
                """)
            .update()
        == 1;
  }

  void keep(RequestKey key, KeptAnswer answer) {
    of(key, "update answered_requests set answer = :answer" + WHERE)
        .param("answer", cipher.encrypt(whose(key), answer))
        .update();
  }

  /** Empty if it can be read no more. */
  Optional<KeptAnswer> find(RequestKey key) {
    byte[] answer =
        of(key, "select answer from answered_requests" + WHERE).query(byte[].class).single();
    return cipher.decrypt(whose(key), answer);
  }

  /** Deletes what the gateway asks for no longer, at most so many. */
  int deleteOld(int atMost) {
    return jdbc.sql(
            """
            delete from answered_requests where (workspace_id, idempotency_key) in (
              select workspace_id, idempotency_key from answered_requests
              where answered_at < now() - interval '25 hours'
              limit :atMost for update skip locked)
            """)
        .param("atMost", atMost)
        .update();
  }

  private StatementSpec of(RequestKey key, String statement) {
    return jdbc.sql(statement)
        .param("workspace", key.workspace().value())
        .param("key", key.value());
  }

  private static String whose(RequestKey key) {
    return key.workspace().value() + "\n" + key.value();
  }
}
