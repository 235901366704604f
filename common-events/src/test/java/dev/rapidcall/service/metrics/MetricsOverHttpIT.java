package dev.rapidcall.service.metrics;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.service.ServiceApplication;
import dev.rapidcall.service.environment.Secret;
import dev.rapidcall.service.identity.Caller;
import dev.rapidcall.service.identity.InternalTokens;
import io.micrometer.core.instrument.Metrics;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/** What every service answers to who collects its numbers. */
class MetricsOverHttpIT {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final String OLD_KEY = "an-older-internal-token-key-for-tests";
  private static @Nullable ConfigurableApplicationContext open;
  private static @Nullable ConfigurableApplicationContext hidden;

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class SmallService {}

  @BeforeAll
  static void start() {
    open = start("open-service", "--METRICS_BEARER_TOKEN=new-token,old-token");
    hidden = start("hidden-service");
  }

  @AfterAll
  static void stop() {
    Stream.of(open, hidden).forEach(service -> requireNonNull(service).close());
  }

  @Test
  void areHiddenWhereThereIsNoToken() throws Exception {
    HttpResponse<String> answer = metrics(hidden, "Bearer ");

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
  }

  @Test
  void areRefusedWithoutTheToken() throws Exception {
    for (String authorization :
        new String[] {null, "Bearer wrong", "bearer new-token", "new-token"}) {
      HttpResponse<String> answer = metrics(open, authorization);

      assertThat(answer.statusCode()).as(authorization).isEqualTo(401);
      assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
      assertThat(answer.body()).doesNotContain("rapidcall_");
    }
  }

  @Test
  void areToldToBothLiveTokensAndTheOldOneIsCounted() throws Exception {
    assertThat(metrics(open, "Bearer new-token").statusCode()).isEqualTo(200);
    assertThat(metrics(open, "Bearer old-token").statusCode()).isEqualTo(200);

    assertThat(told())
        .anyMatch(
            line ->
                line.startsWith(
                        "rapidcall_secret_uses_total{age=\"older\",secret=\"metrics\",service=")
                    && !line.endsWith(" 0.0"));
  }

  @Test
  @DisplayName("weakness 28: a request signed with the old internal key passes and is counted")
  void tellThatTheOldInternalKeyIsInUse() throws Exception {
    InternalTokens old = new InternalTokens(List.of(new Secret(OLD_KEY)), Clock.systemUTC());

    HttpResponse<String> answer =
        ask(open, "/nothing", "Bearer " + old.mint(Caller.agent(), "request1"));

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(told())
        .anyMatch(
            line ->
                line.startsWith(
                        "rapidcall_secret_uses_total{age=\"older\",secret=\"internal-token\"")
                    && line.endsWith(" 1.0"));
  }

  @Test
  void arePrometheusTextOfTheJvmTheProcessAndTheRequests() throws Exception {
    HttpResponse<String> answer = metrics(open, "Bearer new-token");

    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("text/plain;version=0.0.4");
    assertThat(told())
        .anyMatch(line -> line.startsWith("# TYPE jvm_memory_used_bytes gauge"))
        .anyMatch(line -> line.startsWith("process_cpu_usage{"))
        .anyMatch(line -> line.startsWith("http_server_requests_seconds_count{"));
  }

  @Test
  void everySeriesNamesItsService() throws Exception {
    assertThat(told().stream().filter(line -> !line.startsWith("#")))
        .allMatch(line -> line.contains("service=\"open-service\""));
  }

  @Test
  @DisplayName("services that share a JVM count each for itself, and nothing for all")
  void nothingIsRegisteredForAll() {
    assertThat(Metrics.globalRegistry.getRegistries()).isEmpty();
  }

  private static List<String> told() throws Exception {
    return metrics(open, "Bearer new-token").body().lines().toList();
  }

  private static HttpResponse<String> metrics(
      @Nullable ConfigurableApplicationContext service, @Nullable String authorization)
      throws Exception {
    return ask(service, "/metrics", authorization);
  }

  private static HttpResponse<String> ask(
      @Nullable ConfigurableApplicationContext service, String path, @Nullable String authorization)
      throws Exception {
    String port = requireNonNull(service).getEnvironment().getProperty("local.server.port");
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    if (authorization != null) {
      request.header("Authorization", authorization);
    }
    return HTTP.send(request.build(), BodyHandlers.ofString());
  }

  private static ConfigurableApplicationContext start(String name, String... more) {
    Stream<String> usual =
        Stream.of(
            "--server.port=0",
            "--server.address=127.0.0.1",
            "--rapidcall.environment.variables.NOTHING=text",
            "--rapidcall.database.schema=nothing",
            "--DATABASE_URL=postgresql://nobody@127.0.0.1/nothing",
            "--KAFKA_BOOTSTRAP_SERVERS=127.0.0.1:1",
            "--INTERNAL_TOKEN_KEY=0123456789abcdef0123456789abcdef," + OLD_KEY,
            "--rapidcall.messaging.enabled=false",
            "--spring.autoconfigure.exclude="
                + "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration,"
                + "org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration,"
                + "org.springframework.boot.liquibase.autoconfigure.LiquibaseAutoConfiguration");
    return ServiceApplication.run(
        SmallService.class, name, Stream.concat(usual, Stream.of(more)).toArray(String[]::new));
  }
}
