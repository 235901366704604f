package dev.rapidcall.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rapidcall.service.ServiceApplication;
import dev.rapidcall.service.environment.EnvironmentVariableException;
import dev.rapidcall.testing.TestInfrastructure;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** The gateway as an ordinary application that has nothing but its environment. */
@ExtendWith(OutputCaptureExtension.class)
class GatewayAloneIT {

  @Test
  @DisplayName("weakness 1: a fresh database is filled at the start, in a schema of its own")
  void startsInASchemaOfItsOwnAndAnswers(CapturedOutput output) throws Exception {
    Map<String, String> environment = environment();

    try (ConfigurableApplicationContext gateway = start(environment)) {
      String port = gateway.getEnvironment().getProperty("local.server.port");
      HttpRequest health =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/health")).build();
      assertThat(HttpClient.newHttpClient().send(health, BodyHandlers.ofString()).body())
          .isEqualTo("{\"ok\":true}");
    }

    assertThat(output).contains("Postgres: schema ready.");
    assertThat(output).doesNotContain("an-agent-secret").doesNotContain("devsecret");
    assertThat(tables(environment, "gateway")).isGreaterThanOrEqualTo(5);
    assertThat(tables(environment, "public")).isZero();
  }

  @Test
  @DisplayName("dashboard-seen 1: /api/me answers while every other service is down")
  void tellsAPersonWhoHeIsWhileAllOthersAreDown() throws Exception {
    Map<String, String> environment = environment();
    for (String owner : new String[] {"CALL", "RECORDING", "TELEPHONY", "BILLING"}) {
      environment.put(owner + "_SERVICE_URL", "http://127.0.0.1:1");
    }

    try (ConfigurableApplicationContext gateway = start(environment);
        HttpClient http = HttpClient.newHttpClient()) {
      String base = "http://127.0.0.1:" + gateway.getEnvironment().getProperty("local.server.port");
      HttpRequest register =
          HttpRequest.newBuilder(URI.create(base + "/api/auth/register"))
              .header("Content-Type", "application/json")
              .POST(
                  HttpRequest.BodyPublishers.ofString(
                      "{\"name\":\"Ada\",\"email\":\"ada@example.com\",\"password\":\"correct horse\"}"))
              .build();
      String token =
          JsonMapper.shared()
              .readTree(http.send(register, BodyHandlers.ofString()).body())
              .path("token")
              .asString();

      for (String path : new String[] {"/api/me", "/api/calls"}) {
        HttpRequest read =
            HttpRequest.newBuilder(URI.create(base + path))
                .header("Authorization", "Bearer " + token)
                .build();
        assertThat(http.send(read, BodyHandlers.ofString()).statusCode())
            .isEqualTo(path.equals("/api/me") ? 200 : 503);
      }
    }
  }

  @Test
  void doesNotStartWithoutTheAgentsSecret(CapturedOutput output) {
    Map<String, String> environment = environment();
    environment.remove("AGENT_SHARED_SECRET");
    environment.put("CALL_SERVICE_URL", "not a url");

    assertThatExceptionOfType(EnvironmentVariableException.class)
        .isThrownBy(() -> start(environment));

    assertThat(output)
        .contains(
            "Environment: AGENT_SHARED_SECRET is missing; "
                + "CALL_SERVICE_URL must be a URL such as https://host.");
  }

  private static ConfigurableApplicationContext start(Map<String, String> environment) {
    return ServiceApplication.run(
        ApiGateway.class,
        "api-gateway",
        environment.entrySet().stream()
            .map(variable -> "--" + variable.getKey() + "=" + variable.getValue())
            .toArray(String[]::new));
  }

  private static Map<String, String> environment() {
    Map<String, String> environment =
        new LinkedHashMap<>(TestInfrastructure.shared().freshEnvironment());
    environment.put("AGENT_SHARED_SECRET", "an-agent-secret");
    environment.put("LIVEKIT_API_KEY", "devkey");
    environment.put("LIVEKIT_API_SECRET", "devsecretdevsecretdevsecretdevsecret");
    return environment;
  }

  private static int tables(Map<String, String> environment, String schema) throws Exception {
    String url = Objects.requireNonNull(environment.get("TEST_JDBC_URL"));
    try (Connection connection = DriverManager.getConnection(url);
        ResultSet count =
            connection
                .createStatement()
                .executeQuery(
                    "SELECT count(*) FROM pg_tables WHERE schemaname = '" + schema + "'")) {
      count.next();
      return count.getInt(1);
    }
  }
}
