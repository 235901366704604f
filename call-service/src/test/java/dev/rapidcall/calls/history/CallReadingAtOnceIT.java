package dev.rapidcall.calls.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.calls.testing.Api;
import dev.rapidcall.calls.testing.CallServiceOverHttp;
import dev.rapidcall.calls.testing.SomeCall;
import dev.rapidcall.service.identity.InternalTokens;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

@CallServiceOverHttp
class CallReadingAtOnceIT {
  private static final int LEFT = 2;

  @LocalServerPort int port;
  @Autowired InternalTokens tokens;
  @Autowired JdbcClient jdbc;
  @Autowired DataSource database;

  @Autowired Environment environment;

  @ParameterizedTest
  @ValueSource(strings = {"", "/export", "/timeline"})
  void moreReadersThanConnectionsAllGetTheirAnswer(String what) throws Exception {
    Api us = Api.anonymous(port, tokens).as("workspace1");
    String path = "/api/calls/" + SomeCall.of("workspace1").recorded().keep(jdbc) + what;
    int connections =
        environment.getRequiredProperty(
            "spring.datasource.hikari.maximum-pool-size", Integer.class);
    int readers = 3 * connections;
    CountDownLatch ready = new CountDownLatch(readers);
    List<Connection> taken = new ArrayList<>();
    List<Future<Integer>> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < connections - LEFT; i++) {
        taken.add(database.getConnection());
      }
      for (int i = 0; i < readers; i++) {
        answers.add(
            threads.submit(
                () -> {
                  ready.countDown();
                  ready.await();
                  return us.get(path).status();
                }));
      }
      for (Future<Integer> answer : answers) {
        assertThat(answer.get()).isEqualTo(200);
      }
    } finally {
      for (Connection connection : taken) {
        connection.close();
      }
    }
  }

  @Test
  void anEventToWaitForThatCanBeNoneIsTheCallersMistake() {
    Api us = Api.anonymous(port, tokens).as("workspace1");
    String path = "/api/calls/" + SomeCall.of("workspace1").keep(jdbc) + "?afterEvent=";

    for (String sent : List.of("", "%20", "%00", "x".repeat(257))) {
      Api.Answer refused = us.get(path + sent);
      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.body().path("error").asString()).isEqualTo("Validation failed");
      assertThat(refused.body().path("details").path("fieldErrors").has("afterEvent")).isTrue();
    }
  }
}
