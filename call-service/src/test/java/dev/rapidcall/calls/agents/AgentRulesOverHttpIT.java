package dev.rapidcall.calls.agents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.calls.testing.Api;
import dev.rapidcall.calls.testing.Api.Answer;
import dev.rapidcall.calls.testing.CallServiceOverHttp;
import dev.rapidcall.service.identity.InternalTokens;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@CallServiceOverHttp
class AgentRulesOverHttpIT {
  @LocalServerPort int port;
  @Autowired InternalTokens tokens;

  private Api us;

  @BeforeEach
  void begin() {
    us = Api.anonymous(port, tokens).as("agents-" + UUID.randomUUID());
  }

  @Test
  void textsAreBoundedByTheirLengths() {
    String id = agent("{\"name\":\"A\"}");

    assertThat(put(id, "promptDraft", "p".repeat(200_000)).status()).isEqualTo(200);
    assertThat(put(id, "promptDraft", "p".repeat(200_001)).status()).isEqualTo(400);
    assertThat(put(id, "name", "n".repeat(60)).status()).isEqualTo(200);
    assertThat(put(id, "name", "n".repeat(61)).status()).isEqualTo(400);
    assertThat(put(id, "webhookUrl", "https://example.com/" + "w".repeat(1980)).status())
        .isEqualTo(200);
    assertThat(put(id, "webhookUrl", "https://example.com/" + "w".repeat(1981)).status())
        .isEqualTo(400);
    put(id, "postCallExtractionModel", " gpt ");
    assertThat(us.get("/api/agents/" + id).body().path("agent").path("postCallExtractionModel"))
        .hasToString("\"gpt\"");
  }

  @ParameterizedTest(name = "{0} of {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "name | \"\"",
        "name | 1",
        "maxCallSeconds | -1",
        "maxCallSeconds | 86401",
        "maxCallSeconds | 1.5",
        "llmModel | null",
        "autoEvalEnabled | \"yes\"",
        "knowledgeFolderIds | [\"\"]",
        "knowledgeFolderIds | \"f\"",
        "welcome | {\"mode\":\"robot\"}",
        "welcome | {\"aiDelaySeconds\":10.1}",
        "welcome | {\"aiDelaySeconds\":\"1\"}",
        "voice | {\"provider\":null}",
        "voice | {\"provider\":\"nvidia\"}",
        "voice | {\"voiceId\":\"\"}",
        "backgroundAudio | {\"preset\":\"jungle\"}",
        "backgroundAudio | {\"ambientVolume\":1.01}",
        "enabledTools | [1]",
        "toolConfigs | {\"t\":1}",
        "toolConfigs | {\"t\":{\"eventTypeId\":7}}",
        "defaultDynamicVariables | {\"a\":1}",
        "callSettings | {\"voicemailResponse\":\"sing\"}",
        "fallbackVoice | {\"voiceId\":\"\"}",
        "postCallDataExtraction | [{\"type\":\"text\"}]",
        "postCallDataExtraction | [{\"name\":\"n\",\"type\":\"date\"}]",
        "publish | 1",
        "promptDraft | \"a\\u0000b\"",
        "defaultDynamicVariables | {\"a\\u0000\":\"b\"}"
      })
  void whatBreaksARuleIsToldUnderItsFieldAndChangesNothing(String field, String value) {
    String id = agent("{\"name\":\"A\"}");
    JsonNode before = us.get("/api/agents/" + id).body();

    Answer refused =
        us.put("/api/agents/" + id, "{\"name\":\"B\",\"" + field + "\":" + value + "}");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body().path("error").asString()).isEqualTo("Validation failed");
    assertThat(refused.body().path("hint").asString()).contains("200000");
    if (!field.equals("name")) {
      assertThat(refused.body().path("details").path("fieldErrors").propertyNames())
          .containsExactly(field);
    }
    assertThat(us.get("/api/agents/" + id).body()).isEqualTo(before);
  }

  @DisplayName("weakness 22: a blank llmModel is taken as unset")
  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\\n"})
  void aBlankModelIsTheDefaultOne(String blank) {
    String id = agent("{\"name\":\"A\",\"llmModel\":\"gpt-5\"}");

    Answer changed = us.put("/api/agents/" + id, "{\"llmModel\":\"" + blank + "\"}");

    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.body().path("agent").path("llmModel").asString()).isEqualTo("gpt-4.1-mini");
  }

  @DisplayName("weakness 17: a webhook goes to the web and nowhere else")
  @ParameterizedTest(name = "{0} is taken: {1}")
  @CsvSource({
    "https://example.com/hook?x=1, true",
    "HTTP://example.com, true",
    "'', true",
    "ftp://example.com/x, false",
    "file:///etc/passwd, false",
    "javascript:alert(1), false",
    "example.com/hook, false",
    "https://, false",
    "https://exa mple.com, false"
  })
  void aWebhookIsAWebAddress(String url, boolean taken) {
    String id = agent("{\"name\":\"A\"}");

    Answer answer = put(id, "webhookUrl", url);

    assertThat(answer.status()).isEqualTo(taken ? 200 : 400);
    assertThat(us.get("/api/agents/" + id).body().path("agent").path("webhookUrl").asString(""))
        .isEqualTo(taken ? url : "");
  }

  private Answer put(String id, String field, String text) {
    return us.put("/api/agents/" + id, "{\"" + field + "\":\"" + text + "\"}");
  }

  private String agent(String body) {
    Answer created = us.post("/api/agents", body);
    assertThat(created.status()).isEqualTo(201);
    return created.body().path("agent").path("id").asString();
  }
}
