package dev.rapidcall.gateway.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.gateway.testing.Answer;
import dev.rapidcall.gateway.testing.Request;
import dev.rapidcall.gateway.testing.StandInOwner;
import dev.rapidcall.gateway.testing.StandInOwner.Seen;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
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

class IdempotencyIT extends CreatingWithAKey {
  @Autowired private JdbcClient sql;

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
