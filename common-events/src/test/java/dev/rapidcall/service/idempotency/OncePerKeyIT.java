package dev.rapidcall.service.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.events.WorkspaceId;
import dev.rapidcall.service.errors.ApiException.Conflict;
import dev.rapidcall.service.identity.Caller;
import dev.rapidcall.service.identity.InternalTokens;
import dev.rapidcall.testing.RapidCallIT;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RapidCallIT(
    classes = OncePerKeyIT.SmallService.class,
    properties = {
      "spring.config.name=once-per-key-it",
      "spring.liquibase.change-log=classpath:db/once-per-key-it/changelog.yaml",
      "rapidcall.database.schema=public",
      "rapidcall.idempotency.enabled=true",
      "rapidcall.messaging.enabled=false"
    })
class OncePerKeyIT {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @LocalServerPort private int port;
  @Autowired private InternalTokens tokens;
  @Autowired private JdbcClient sql;
  @Autowired private ForgetAnswers forgetAnswers;

  private final String name = "n" + UUID.randomUUID();
  private final Caller person = Caller.user("user1", new WorkspaceId("w" + UUID.randomUUID()));

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  @Import(Things.class)
  static class SmallService {}

  @RestController
  static class Things {
    private final JdbcClient sql;
    private final TransactionTemplate transaction;

    Things(JdbcClient sql, TransactionTemplate transaction) {
      this.sql = sql;
      this.transaction = transaction;
    }

    @OncePerKey
    @PostMapping("/things/{name}")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, Long> make(@PathVariable String name) {
      return Map.of("id", add(name));
    }

    @PostMapping("/often/{name}")
    Map<String, Long> often(@PathVariable String name) {
      return Map.of("id", add(name));
    }

    /** Says no after it wrote, outside of any transaction of its own. */
    @OncePerKey
    @PostMapping("/late/{name}")
    Map<String, Long> late(@PathVariable String name) {
      add(name);
      throw new Conflict("Not so", Map.of("why", "late"));
    }

    /** Says no inside of a transaction that it believes to be its own. */
    @OncePerKey
    @PostMapping("/within/{name}")
    Map<String, Long> within(@PathVariable String name) {
      return transaction.execute(status -> late(name));
    }

    @OncePerKey
    @PostMapping("/broken/{name}")
    Map<String, Long> broken(@PathVariable String name) {
      add(name);
      throw new IllegalStateException("broken on purpose");
    }

    private long add(String name) {
      return sql.sql("insert into things (name) values (:name) returning id")
          .param("name", name)
          .query(Long.class)
          .single();
    }
  }

  @Test
  void aRepetitionHasNoEffectAndTheSameAnswer() {
    HttpResponse<String> first = post("/things/", "k1", person);
    HttpResponse<String> second = post("/things/", "k1", person);

    assertThat(first.statusCode()).isEqualTo(201);
    assertThat(first.headers().firstValue("Idempotency-Replayed")).isEmpty();
    assertThat(second.statusCode()).isEqualTo(201);
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(second.headers().firstValue("Content-Type"))
        .isEqualTo(first.headers().firstValue("Content-Type"));
    assertThat(second.headers().firstValue("Idempotency-Replayed")).contains("true");
    assertThat(made()).isOne();
  }

  @Test
  void whoComesAtTheSameTimeWaitsForTheSameAnswer() {
    List<HttpResponse<String>> answers;
    try (ExecutorService together = Executors.newVirtualThreadPerTaskExecutor()) {
      List<CompletableFuture<HttpResponse<String>>> sent =
          IntStream.range(0, 5)
              .mapToObj(
                  i -> CompletableFuture.supplyAsync(() -> post("/things/", "k", person), together))
              .toList();
      answers = sent.stream().map(CompletableFuture::join).toList();
    }

    assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(201);
    assertThat(answers).extracting(HttpResponse::body).containsOnly(answers.getFirst().body());
    assertThat(made()).isOne();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/late/", "/within/"})
  void aRefusalReachesTheClientAndLeavesNothing(String path) {
    for (int i = 0; i < 2; i++) {
      HttpResponse<String> answer = post(path, "k", person);

      assertThat(answer.statusCode()).isEqualTo(409);
      assertThat(answer.body()).isEqualTo("{\"error\":\"Not so\",\"why\":\"late\"}");
    }
    assertThat(made()).isZero();
    assertThat(kept()).isZero();
  }

  @Test
  void aFailureReachesTheClientAndLeavesNothing() {
    HttpResponse<String> answer = post("/broken/", "k", person);

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body()).isEqualTo("{\"error\":\"Internal server error\"}");
    assertThat(made()).isZero();
    assertThat(kept()).isZero();
  }

  @Test
  void withoutItsAnswerTheEffectIsNotThereEither() {
    sql.sql("alter table answered_requests add constraint broken check (answer is null) not valid")
        .update();
    try {
      assertThat(post("/things/", "k", person).statusCode()).isEqualTo(500);
    } finally {
      sql.sql("alter table answered_requests drop constraint broken").update();
    }
    assertThat(made()).isZero();

    assertThat(post("/things/", "k", person).statusCode()).isEqualTo(201);
    assertThat(made()).isOne();
  }

  @Test
  void aKeyIsWorthSomethingOnlyInItsWorkspaceAndWhereTheRouteSaysSo() {
    Caller other = Caller.user("user1", new WorkspaceId("w" + UUID.randomUUID()));
    post("/things/", "k", person);
    post("/things/", "k", other);
    assertThat(made()).isEqualTo(2);

    post("/things/", "k", Caller.agent());
    post("/things/", "k", Caller.agent());
    assertThat(made()).isEqualTo(4);

    post("/often/", "k2", person);
    post("/often/", "k2", person);
    assertThat(made()).isEqualTo(6);
  }

  @Test
  void noAnswerLiesInTheClear() {
    post("/things/", "k", person);

    byte[] answer =
        sql.sql("select answer from answered_requests where workspace_id = :workspace")
            .param("workspace", person.workspace().value())
            .query(byte[].class)
            .single();

    assertThat(new String(answer, StandardCharsets.ISO_8859_1)).doesNotContain("id", "201");
  }

  @Test
  void forgetsAnHourAfterTheGateway() {
    post("/things/", "k", person);
    age("24 hours 59 minutes");
    forgetAnswers.run();
    assertThat(kept()).isOne();

    age("2 minutes");
    forgetAnswers.run();

    assertThat(kept()).isZero();
  }

  private void age(String by) {
    sql.sql(
            """
            update answered_requests set answered_at = answered_at - :by::interval
            where workspace_id = :workspace
            """)
        .param("by", by)
        .param("workspace", person.workspace().value())
        .update();
  }

  private int made() {
    return count("things where name = :it", name);
  }

  private int kept() {
    return count("answered_requests where workspace_id = :it", person.workspace().value());
  }

  private int count(String of, String it) {
    return sql.sql("select count(*) from " + of).param("it", it).query(Integer.class).single();
  }

  private HttpResponse<String> post(String path, String key, Caller caller) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path + name))
            .header("Authorization", "Bearer " + tokens.mint(caller, "request1"))
            .header(RequestKey.HEADER, key)
            .POST(BodyPublishers.noBody())
            .build();
    return HTTP.sendAsync(request, BodyHandlers.ofString()).join();
  }
}
