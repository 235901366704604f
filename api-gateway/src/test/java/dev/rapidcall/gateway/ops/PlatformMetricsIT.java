package dev.rapidcall.gateway.ops;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.gateway.testing.Answer;
import dev.rapidcall.gateway.testing.GatewayIT;
import dev.rapidcall.gateway.testing.StandInOwner;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The numbers of the platform at its door; one stand-in plays all four owners. */
class PlatformMetricsIT extends GatewayIT {
  private static final String OWNERS_NUMBERS =
      """
      # HELP jvm_info JVM version info
      # TYPE jvm_info gauge
      jvm_info{service="stand-in"} 1
      # HELP rapidcall_calls_in_progress Calls
      # TYPE rapidcall_calls_in_progress gauge
      rapidcall_calls_in_progress{service="stand-in"} 3.0
      """;

  @Test
  void areRefusedWithoutTheTokenInPlainText() {
    for (Answer answer :
        List.of(get("/metrics").send(), get("/metrics").bearer("wrong").fromDashboard().send())) {
      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.header("Content-Type")).startsWith("text/plain");
      assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
    }
  }

  @Test
  void areThoseOfTheGatewayAndOfEveryOwner() {
    OWNER.at("/metrics", (exchange, asked) -> StandInOwner.answer(exchange, 200, OWNERS_NUMBERS));

    List<String> told = told("/metrics");

    assertThat(told)
        .contains("rapidcall_calls_in_progress{service=\"stand-in\"} 3.0")
        .contains("rapidcall_up{service=\"api-gateway\"} 1")
        .contains("rapidcall_up{service=\"call-service\"} 1")
        .contains("rapidcall_up{service=\"billing-service\"} 1")
        .anyMatch(line -> line.startsWith("jvm_info{") && line.contains("api-gateway"));
    assertThat(told.stream().filter(line -> line.startsWith("# TYPE jvm_info "))).hasSize(1);
    assertThat(OWNER.seenAt("/metrics").getLast().header("Authorization"))
        .isEqualTo("Bearer " + METRICS_TOKEN);
  }

  @Test
  void leaveOutAnOwnerThatDoesNotTellAndSaySo() {
    OWNER.at("/metrics", (exchange, asked) -> StandInOwner.breakOff(exchange));

    assertThat(told("/metrics"))
        .contains("rapidcall_up{service=\"recording-service\"} 0")
        .contains("rapidcall_up{service=\"api-gateway\"} 1")
        .noneMatch(line -> line.contains("stand-in"));
  }

  @Test
  void areOnlyTheGatewaysOwnWhenAskedForThose() {
    int asked = OWNER.seenAt("/metrics").size();

    assertThat(told("/metrics?only=self")).noneMatch(line -> line.startsWith("rapidcall_up"));
    assertThat(OWNER.seenAt("/metrics")).hasSize(asked);
  }

  @Test
  @DisplayName("weakness 11: the API's durations carry the template, the method and the status")
  void nameTheRouteOfTheContract() {
    OWNER.json("/api/agents", 200, "{\"agents\":[]}");
    SignedUp ada = signUp();
    get("/api/agents").bearer(ada.token()).send();
    get("/api/calls/call_nobody").send();
    post("/api/internal/calls/call_x/end").fromAgent().json("{}").send();
    get("/nothing/of/the/kind").send();

    assertThat(told("/metrics?only=self"))
        .anyMatch(line -> isDuration(line, "GET", "/api/agents", 200))
        .anyMatch(line -> isDuration(line, "GET", "/api/calls/:id", 401))
        .anyMatch(line -> isDuration(line, "GET", "unknown", 404))
        .anyMatch(line -> line.contains("duration_ms_bucket") && line.contains("le=\"2500.0\""))
        .noneMatch(line -> line.contains("route=\"/metrics\""))
        .noneMatch(line -> line.contains("call_nobody"))
        .anyMatch(line -> line.startsWith("http_client_requests_seconds_count"))
        .anyMatch(line -> line.startsWith("hikaricp_connections{"))
        .anyMatch(line -> line.startsWith("kafka_producer_"));
  }

  @Test
  @DisplayName(
      "weakness 28: both secrets of the voice agent open, and use of the old one is counted")
  void countTheUseOfSecrets() {
    OWNER.json("/api/internal/agents/config", 200, "{\"toolConfigs\":{},\"enabledTools\":[]}");
    double before = olderAgentSecrets();

    assertThat(config(AGENT_SECRET)).isEqualTo(200);
    assertThat(config("old-agent-secret")).isEqualTo(200);
    assertThat(config("removed-agent-secret")).isEqualTo(401);

    assertThat(olderAgentSecrets()).isEqualTo(before + 1);
  }

  private int config(String secret) {
    return get("/api/internal/agents/config?agentId=a")
        .with("x-agent-secret", secret)
        .send()
        .status();
  }

  private double olderAgentSecrets() {
    return told("/metrics?only=self").stream()
        .filter(
            line -> line.startsWith("rapidcall_secret_uses_total{age=\"older\",secret=\"agent\""))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  private static boolean isDuration(String line, String method, String route, int status) {
    return line.startsWith("rapidcall_http_request_duration_ms_count{")
        && line.contains("method=\"" + method + "\"")
        && line.contains("route=\"" + route + "\"")
        && line.contains("status=\"" + status + "\"");
  }

  private List<String> told(String path) {
    Answer answer = get(path).bearer(METRICS_TOKEN).send();
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).startsWith("text/plain;version=0.0.4");
    return answer.body().lines().toList();
  }
}
