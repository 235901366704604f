package dev.rapidcall.gateway.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.gateway.testing.Answer;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What becomes of keys when time passes, and when the gateway dies or gets another secret. */
class KeysOverTimeIT extends CreatingWithAKey {
  @Autowired private JdbcClient sql;
  @Autowired private CleanAnswers cleanAnswers;

  @Test
  void forgetsAfterADay() {
    String path = creating();
    SignedUp person = signUp();
    String key = key();
    create(person, path, key);

    age(key, "23 hours 59 minutes");
    assertThat(create(person, path, key).header("Idempotency-Replayed")).isEqualTo("true");
    age(key, "1 minute");
    assertThat(create(person, path, key).header("Idempotency-Replayed")).isEmpty();

    assertThat(OWNER.seenAt(path))
        .extracting(request -> request.header(ScopedKey.HEADER))
        .as("another day, another request")
        .doesNotHaveDuplicates()
        .hasSize(2);
    age(key, "24 hours");
    cleanAnswers.run();
    assertThat(rows(key)).isZero();
  }

  @Test
  void measuresTheDayByTheDatabaseAndNotByTheClockOfAnInstance() {
    String path = creating();
    SignedUp person = signUp();
    String answered = key();
    String running = key();
    create(person, path, answered);
    create(person, path, running);
    dieBeforeTheAnswerIsKept(running);

    clock.forward(Duration.ofHours(30));
    cleanAnswers.run();

    assertThat(create(person, path, answered).header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(create(person, path, running).status()).isEqualTo(409);
  }

  /** That this has its effect once is shown where the effects are: at the owners. */
  @Test
  void asksTheOwnerAgainWithTheSameKeyIfTheFirstRequestDiedWithTheGateway() {
    String path = creating();
    SignedUp person = signUp();
    String key = key();
    create(person, path, key);
    dieBeforeTheAnswerIsKept(key);

    assertThat(create(person, path, key).status()).isEqualTo(409);
    age(key, "2 minutes");
    assertThat(create(person, path, key).status()).isEqualTo(201);
    assertThat(create(person, path, key).header("Idempotency-Replayed")).isEqualTo("true");

    assertThat(OWNER.seenAt(path))
        .hasSize(2)
        .extracting(request -> request.header(ScopedKey.HEADER))
        .containsOnly(OWNER.seenAt(path).getFirst().header(ScopedKey.HEADER));
  }

  @Test
  void anotherAttemptDoesNotProlongTheDay() {
    String path = creating();
    SignedUp person = signUp();
    String key = key();
    create(person, path, key);
    dieBeforeTheAnswerIsKept(key);

    age(key, "23 hours");
    create(person, path, key);
    age(key, "1 hour");

    assertThat(create(person, path, key).header("Idempotency-Replayed")).isEmpty();
  }

  @Test
  void remembersAfterARestartAndAfterTheKeyWasRotated() {
    String path = creating();
    SignedUp person = signUp();
    String key = key();
    Answer first = create(person, path, key);

    try (OtherInstance restarted =
        anotherInstance(
            "--INTERNAL_TOKEN_KEY=a-newer-internal-token-key-for-tests-0002,"
                + variable("INTERNAL_TOKEN_KEY"))) {
      Answer second = create(restarted.post(path), person, key);
      assertThat(second.body()).isEqualTo(first.body());
      assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
      assertThat(usesOfTheOlderKey(restarted)).as("the old key is still needed").isEqualTo(1);
    }
    assertThat(OWNER.seenAt(path)).hasSize(1);
  }

  @Test
  void neverRunsTwiceBecauseTheFirstAnswerCannotBeRead() {
    String path = creating();
    SignedUp person = signUp();
    String key = key();
    create(person, path, key);

    try (OtherInstance rotated =
        anotherInstance("--INTERNAL_TOKEN_KEY=a-newer-internal-token-key-for-tests-0002")) {
      assertThat(create(rotated.post(path), person, key).status()).isEqualTo(409);
    }
    assertThat(OWNER.seenAt(path)).hasSize(1);
  }

  private void dieBeforeTheAnswerIsKept(String key) {
    sql.sql("UPDATE idempotent_requests SET answer = NULL WHERE idempotency_key = :key")
        .param("key", key)
        .update();
  }

  /** Lets time pass for a key: times are the database's. */
  private void age(String key, String by) {
    sql.sql(
            """
            UPDATE idempotent_requests SET
              claimed_until = claimed_until - :by::interval, expires_at = expires_at - :by::interval
            WHERE idempotency_key = :key
            """)
        .param("by", by)
        .param("key", key)
        .update();
  }

  private static double usesOfTheOlderKey(OtherInstance instance) {
    return instance
        .context()
        .getBean(MeterRegistry.class)
        .get("rapidcall.secret.uses")
        .tags("secret", "internal-token", "age", "older")
        .counter()
        .count();
  }

  private int rows(String key) {
    return sql.sql("SELECT count(*) FROM idempotent_requests WHERE idempotency_key = :key")
        .param("key", key)
        .query(Integer.class)
        .single();
  }
}
