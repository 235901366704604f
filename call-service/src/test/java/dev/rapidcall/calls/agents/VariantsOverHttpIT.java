package dev.rapidcall.calls.agents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.calls.testing.Api;
import dev.rapidcall.calls.testing.Api.Answer;
import dev.rapidcall.calls.testing.CallServiceOverHttp;
import dev.rapidcall.service.identity.InternalTokens;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@CallServiceOverHttp
class VariantsOverHttpIT {
  @LocalServerPort int port;
  @Autowired InternalTokens tokens;

  private Api us;
  private Api them;
  private Api nobody;
  private String variants = "";

  @BeforeEach
  void begin() {
    nobody = Api.anonymous(port, tokens);
    us = nobody.as("variants-" + UUID.randomUUID());
    them = nobody.as("others");
    variants = variantsOfANewAgent();
  }

  @Test
  void aVariantIsMadeListedChangedAndRemoved() {
    JsonNode first = made("{\"name\":\"Short\",\"prompt\":\" Be short. \",\"trafficPercent\":10}");
    JsonNode second =
        made("{\"name\":\"Long\",\"prompt\":\"p\",\"trafficPercent\":0,\"enabled\":false}");

    assertThat(first.propertyNames())
        .containsExactlyInAnyOrder(
            "id",
            "agentId",
            "workspaceId",
            "name",
            "prompt",
            "trafficPercent",
            "enabled",
            "createdAt",
            "updatedAt");
    assertThat(first.path("enabled").asBoolean()).isTrue();
    assertThat(first.path("prompt").asString()).isEqualTo(" Be short. ");
    assertThat(second.path("enabled").asBoolean()).isFalse();
    assertThat(us.get(variants).body().path("variants").values())
        .extracting(variant -> variant.path("id"))
        .containsExactly(second.path("id"), first.path("id"));

    JsonNode changed = us.put(at(first), "{\"trafficPercent\":100}").body().path("variant");
    assertThat(changed.path("trafficPercent").asInt()).isEqualTo(100);
    assertThat(changed.path("name").asString()).isEqualTo("Short");
    assertThat(changed.path("enabled").asBoolean()).isTrue();

    assertThat(us.delete(at(first)).body().toString()).isEqualTo("{\"ok\":true}");
    assertThat(us.get(variants).body().path("variants").size()).isEqualTo(1);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "name | {\"prompt\":\"p\",\"trafficPercent\":1}",
        "name | {\"name\":\"\",\"prompt\":\"p\",\"trafficPercent\":1}",
        "prompt | {\"name\":\"n\",\"trafficPercent\":1}",
        "prompt | {\"name\":\"n\",\"prompt\":\"\",\"trafficPercent\":1}",
        "trafficPercent | {\"name\":\"n\",\"prompt\":\"p\"}",
        "trafficPercent | {\"name\":\"n\",\"prompt\":\"p\",\"trafficPercent\":101}",
        "trafficPercent | {\"name\":\"n\",\"prompt\":\"p\",\"trafficPercent\":1.5}",
        "trafficPercent | {\"name\":\"n\",\"prompt\":\"p\",\"trafficPercent\":-1}",
        "enabled | {\"name\":\"n\",\"prompt\":\"p\",\"trafficPercent\":1,\"enabled\":null}"
      })
  void badInputIsRefused(String field, String body) {
    Answer refused = us.post(variants, body);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body().path("details").path("fieldErrors").propertyNames())
        .containsExactly(field);
    assertThat(us.post(variants, null).status()).isEqualTo(400);
  }

  @DisplayName(
      "weakness 31: variants of agents that do not exist, or of another agent, are unknown")
  @Test
  void onlyTheAgentsOwnVariantsAreKnown() {
    JsonNode variant = made("{\"name\":\"V\",\"prompt\":\"p\",\"trafficPercent\":10}");
    String body = "{\"name\":\"W\",\"prompt\":\"p\",\"trafficPercent\":10}";
    String id = variant.path("id").asString();
    String otherAgent = variantsOfANewAgent() + "/" + id;

    assertThat(us.post("/api/agents/nobody/variants", body).status()).isEqualTo(404);
    assertThat(us.get("/api/agents/nobody/variants").status()).isEqualTo(404);
    assertThat(us.put(otherAgent, body).status()).isEqualTo(404);
    assertThat(us.delete(otherAgent).status()).isEqualTo(404);
    assertThat(us.put(variants + "/nobody", body).status()).isEqualTo(404);
    assertThat(us.delete(variants + "/nobody").status()).isEqualTo(404);
    assertThat(us.get(variants).body().path("variants").get(0)).isEqualTo(variant);
  }

  @Test
  void othersSeeAndChangeNothing() {
    JsonNode variant = made("{\"name\":\"V\",\"prompt\":\"p\",\"trafficPercent\":10}");
    String body = "{\"name\":\"W\",\"prompt\":\"p\",\"trafficPercent\":10}";

    for (Api other : List.of(them, nobody, nobody.asAgent())) {
      int expected = other == them ? 404 : other == nobody ? 401 : 403;
      assertThat(other.get(variants).status()).isEqualTo(expected);
      assertThat(other.post(variants, body).status()).isEqualTo(expected);
      assertThat(other.put(at(variant), body).status()).isEqualTo(expected);
      assertThat(other.delete(at(variant)).status()).isEqualTo(expected);
    }
    assertThat(us.get(variants).body().path("variants").get(0)).isEqualTo(variant);
  }

  @DisplayName("weakness 4: changes of one variant at once lose nothing")
  @Test
  void changesAtOnceLoseNothing() throws Exception {
    JsonNode variant = made("{\"name\":\"V\",\"prompt\":\"p\",\"trafficPercent\":10}");
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (int i = 1; i <= 40; i++) {
        String change =
            switch (i % 4) {
              case 0 -> "{\"name\":\"N\"}";
              case 1 -> "{\"prompt\":\"P\"}";
              case 2 -> "{\"trafficPercent\":99}";
              default -> "{\"enabled\":false}";
            };
        threads.execute(() -> us.put(at(variant), change));
      }
    }

    JsonNode changed = us.get(variants).body().path("variants").get(0);
    assertThat(changed.path("name").asString()).isEqualTo("N");
    assertThat(changed.path("prompt").asString()).isEqualTo("P");
    assertThat(changed.path("trafficPercent").asInt()).isEqualTo(99);
    assertThat(changed.path("enabled").asBoolean()).isFalse();
  }

  private String variantsOfANewAgent() {
    Answer created = us.post("/api/agents", "{\"name\":\"A\",\"promptDraft\":\"p\"}");
    return "/api/agents/" + created.body().path("agent").path("id").asString() + "/variants";
  }

  private String at(JsonNode variant) {
    return variants + "/" + variant.path("id").asString();
  }

  private JsonNode made(String body) {
    Answer made = us.post(variants, body);
    assertThat(made.status()).isEqualTo(201);
    return made.body().path("variant");
  }
}
