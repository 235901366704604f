package dev.rapidcall.gateway.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.gateway.testing.Answer;
import dev.rapidcall.gateway.testing.ClockedGatewayIT;
import dev.rapidcall.gateway.testing.Request;
import dev.rapidcall.gateway.testing.StandInOwner;
import dev.rapidcall.gateway.testing.StandInOwner.Seen;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class IdempotencyIT extends ClockedGatewayIT {
  private static final String BODY = "{\"name\":\"Ada\"}";

  @Autowired private JdbcClient sql;
  @Autowired private CleanAnswers cleanAnswers;

  @Test
  void answersARepetitionAsTheFirst() {
    String path = creating();
    SignedUp person = signUp();
    String key = key();

    Answer first = create(person, path, key);
    Answer second = create(person, path, key);

    assertThat(first.status()).isEqualTo(201);
    assertThat(first.header("Idempotency-Replayed")).isEmpty();
    assertThat(second.status()).isEqualTo(201);
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(second.header("Content-Type")).isEqualTo(first.header("Content-Type"));
    assertThat(second.header("Location")).isEqualTo("/made/1");
    assertThat(second.header("Set-Cookie")).isEmpty();
    assertThat(second.header("Access-Control-Allow-Origin")).isEqualTo(DASHBOARD);
    assertThat(second.header("X-Request-Id")).isNotEqualTo(first.header("X-Request-Id"));
    assertThat(OWNER.seenAt(path)).hasSize(1);
  }

  @Test
  void passesABodyOnUnchangedAndTheKeyUnreadable() {
    String path = creating();
    String key = key();

    create(signUp(), path, key);
    create(signUp(), path, key);

    List<Seen> seen = OWNER.seenAt(path);
    assertThat(new String(seen.getFirst().body(), StandardCharsets.UTF_8)).isEqualTo(BODY);
    assertThat(seen).extracting(request -> request.header(ScopedKey.HEADER)).doesNotContain(key);
    assertThat(seen)
        .extracting(request -> request.header(ScopedKey.HEADER))
        .doesNotHaveDuplicates()
        .hasSize(2);
  }

  @Test
  void createsOnceWhateverComesAtOnce() throws Exception {
    String path = path();
    CountDownLatch othersAnswered = new CountDownLatch(9);
    OWNER.at(
        path,
        (exchange, request) -> {
          await(othersAnswered);
          StandInOwner.answer(exchange, 201, "{\"id\":1}");
        });
    SignedUp person = signUp();
    String key = key();

    List<Answer> answers;
    try (ExecutorService together = Executors.newVirtualThreadPerTaskExecutor()) {
      List<CompletableFuture<Answer>> sent =
          IntStream.range(0, 10)
              .mapToObj(
                  i ->
                      CompletableFuture.supplyAsync(() -> create(person, path, key), together)
                          .whenComplete((answer, failure) -> othersAnswered.countDown()))
              .toList();
      answers = sent.stream().map(CompletableFuture::join).toList();
    }

    assertThat(OWNER.seenAt(path)).hasSize(1);
    assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> answer.status() == 409)
        .hasSize(9)
        .allSatisfy(
            answer -> {
              assertThat(answer.header("Retry-After")).isEqualTo("1");
              assertThat(answer.json().at("/error").stringValue()).isNotBlank();
            });
    assertThat(create(person, path, key).body()).isEqualTo("{\"id\":1}");
    assertThat(OWNER.seenAt(path)).hasSize(1);
  }

  @Test
  void refusesAKeyThatStandsForSomethingElse() {
    String path = creating();
    String other = creating();
    SignedUp person = signUp();
    String key = key();
    create(person, path, key);

    for (Request different :
        List.of(
            post(path).json("{\"name\":\"Eve\"}"),
            post(other).json(BODY),
            post(path + "?draft=1").json(BODY),
            post(path))) {
      Answer refused =
          different.fromDashboard().bearer(person.token()).with(ScopedKey.HEADER, key).send();
      assertThat(refused.status()).isEqualTo(422);
      assertThat(refused.json().at("/error").stringValue()).isNotBlank();
    }
    assertThat(OWNER.seenAt(path)).hasSize(1);
    assertThat(OWNER.seenAt(other)).isEmpty();
  }

  @Test
  void takesNobodyElsesKeyForTheSame() {
    String path = creating();
    String key = key();

    Answer mine = create(signUp(), path, key);
    Answer his = create(signUp(), path, key);

    assertThat(his.body()).isNotEqualTo(mine.body());
    assertThat(his.header("Idempotency-Replayed")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 503, 429})
  void runsAgainAfterAFailureThatIsNotTheClients(int status) {
    String path = path();
    OWNER.json(path, status, "{\"error\":\"Not now\"}");
    SignedUp person = signUp();
    String key = key();
    assertThat(create(person, path, key).status()).isEqualTo(status);

    OWNER.json(path, 201, "{\"id\":1}");
    assertThat(create(person, path, key).status()).isEqualTo(201);

    assertThat(OWNER.seenAt(path))
        .hasSize(2)
        .extracting(request -> request.header(ScopedKey.HEADER))
        .as("the owner can tell that it is the same request")
        .containsOnly(OWNER.seenAt(path).getFirst().header(ScopedKey.HEADER));
  }

  @Test
  void runsAgainIfTheOwnerWasAway() {
    String path = path();
    OWNER.at(path, (exchange, request) -> StandInOwner.breakOff(exchange));
    SignedUp person = signUp();
    String key = key();
    assertThat(create(person, path, key).status()).isEqualTo(503);

    OWNER.json(path, 201, "{\"id\":1}");
    assertThat(create(person, path, key).status()).isEqualTo(201);
  }

  @Test
  void keepsWhatTheClientDidWrong() {
    String path = path();
    OWNER.json(path, 400, "{\"error\":\"Validation failed\"}");
    SignedUp person = signUp();
    String key = key();
    create(person, path, key);

    Answer second = create(person, path, key);

    assertThat(second.status()).isEqualTo(400);
    assertThat(second.body()).isEqualTo("{\"error\":\"Validation failed\"}");
    assertThat(OWNER.seenAt(path)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"'   '", "'tab\tinside'"})
  void refusesAKeyThatIsNone(String key) {
    Answer refused = create(signUp(), creating(), key);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().at("/error").stringValue()).contains(ScopedKey.HEADER);
  }

  @Test
  void boundsTheLengthOfAKey() {
    SignedUp person = signUp();

    assertThat(create(person, creating(), "k".repeat(255)).status()).isEqualTo(201);
    assertThat(create(person, creating(), "k".repeat(256)).status()).isEqualTo(400);
  }

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

  @Test
  void keepsNoSecretInTheClear() {
    String path = path();
    OWNER.json(path, 201, "{\"rawKey\":\"rck_very_secret\"}");
    SignedUp person = signUp();
    String key = key();
    create(person, path, key);

    byte[] kept =
        sql.sql("SELECT answer FROM idempotent_requests WHERE idempotency_key = :key")
            .param("key", key)
            .query(byte[].class)
            .single();

    assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("rck_", "rawKey");
    assertThat(create(person, path, key).body()).contains("rck_very_secret");
  }

  @Test
  void keepsNoMedia() {
    String path = path();
    byte[] sound = new byte[1024 * 1024 + 1];
    OWNER.at(
        path,
        (exchange, request) -> {
          exchange.sendResponseHeaders(200, sound.length);
          exchange.getResponseBody().write(sound);
        });
    SignedUp person = signUp();
    String key = key();

    assertThat(create(person, path, key).body()).hasSize(sound.length);
    assertThat(create(person, path, key).header("Idempotency-Replayed")).isEmpty();
  }

  @Test
  void leavesOtherRequestsAlone() {
    String path = creating();
    SignedUp person = signUp();

    for (String method : List.of("PUT", "PUT", "DELETE", "GET")) {
      Answer answer = create(request(method, path), person, "same key");
      assertThat(answer.header("Idempotency-Replayed")).isEmpty();
    }
    assertThat(OWNER.seenAt(path)).hasSize(4);
  }

  private Answer create(SignedUp person, String path, String key) {
    return create(post(path), person, key);
  }

  private static Answer create(Request request, SignedUp person, String key) {
    return request
        .fromDashboard()
        .bearer(person.token())
        .with(ScopedKey.HEADER, key)
        .json(BODY)
        .send();
  }

  /** A path below which each request makes something new. */
  private static String creating() {
    String path = path();
    OWNER.at(
        path,
        (exchange, request) -> {
          String id = Integer.toString(OWNER.seenAt(path).size());
          exchange.getResponseHeaders().set("Location", "/made/" + id);
          exchange.getResponseHeaders().set("Set-Cookie", "c=" + id);
          StandInOwner.answer(exchange, 201, "{\"id\":" + id + "}");
        });
    return path;
  }

  private static String path() {
    return "/api/agents/" + key();
  }

  private static String key() {
    return "k" + UUID.randomUUID();
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

  private static void await(CountDownLatch latch) throws IOException {
    try {
      if (!latch.await(30, TimeUnit.SECONDS)) {
        throw new IOException("the others were not answered");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
