package dev.rapidcall.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.local.e2e.Client.Answer;
import dev.rapidcall.local.e2e.Workspace.StartedCall;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What belongs to agents and calls, through the gateway. */
class AgentsAndCallsE2E {

  @Test
  void aCallTellsItsPromptAndCanBeFoundLabelledJudgedAndSummedUp() {
    Workspace us = Workspace.registered();
    String agent = "/api/agents/" + us.agentId;
    Answer variant =
        us.dashboard.post(
            agent + "/variants",
            Map.of("name", "Short", "prompt", "Be short.", "trafficPercent", 100));
    assertThat(variant.status()).isEqualTo(201);
    StartedCall started = us.start();
    String call = "/api/calls/" + started.id();

    JsonNode shown = us.call(started);
    assertThat(shown.path("prompt").path("text").asString())
        .startsWith("You answer the phone.")
        .endsWith("Be short.");
    assertThat(shown.path("metrics").path("abTest").path("variantName").asString())
        .isEqualTo("Short");
    assertThat(us.dashboard.get(agent + "/prompts").json().path("prompts").size()).isEqualTo(1);

    assertThat(us.dashboard.post(call + "/labels", Map.of("label", " to check ")).status())
        .isEqualTo(201);
    assertThat(listed(us, "?limit=1&channel=web&label=to%20check&q=webtest"))
        .containsExactly(started.id());
    assertThat(us.dashboard.delete(call + "/labels", Map.of("label", "to check")).status())
        .isEqualTo(200);
    assertThat(us.dashboard.get(call + "/labels").json().path("labels").size()).isZero();
    assertThat(listed(us, "?label=to%20check")).isEmpty();
    assertThat(us.dashboard.get("/api/calls?limit=0").status()).isEqualTo(400);

    assertThat(us.dashboard.post(call + "/evaluations", Map.of("score", 70)).status())
        .isEqualTo(201);
    assertThat(us.dashboard.get(call + "/evaluations").json().path("evaluations").size())
        .isEqualTo(1);
    assertThat(us.dashboard.get(call + "/export").json().path("call").path("id").asString())
        .isEqualTo(started.id());
    assertThat(us.dashboard.get("/api/analytics?from=1.5").json().path("totals").path("callCount"))
        .hasToString("1");
    assertThat(us.dashboard.get(agent + "/analytics").json().path("agentId").asString())
        .isEqualTo(us.agentId);
    assertThat(us.dashboard.get(agent + "/usage-summary").json().path("range").path("tz"))
        .hasToString("\"UTC\"");
    assertNobodyElseReaches(agent, call, variant);
  }

  private static void assertNobodyElseReaches(String agent, String call, Answer variant) {
    Workspace them = Workspace.registered();
    for (String path :
        List.of(
            agent,
            agent + "/variants",
            agent + "/prompts",
            agent + "/analytics",
            agent + "/usage-summary",
            call,
            call + "/export",
            call + "/labels",
            call + "/evaluations")) {
      assertThat(them.dashboard.get(path).status()).as(path).isEqualTo(404);
    }
    String id = variant.json().path("variant").path("id").asString();
    assertThat(them.dashboard.delete(agent + "/variants/" + id).status()).isEqualTo(404);
    assertThat(them.dashboard.delete(call + "/labels", Map.of("label", "x")).status())
        .isEqualTo(404);
    assertThat(listed(them, "")).isEmpty();
  }

  private static List<String> listed(Workspace workspace, String query) {
    return workspace.dashboard.get("/api/calls" + query).json().path("calls").values().stream()
        .map(call -> call.path("id").asString())
        .toList();
  }
}
