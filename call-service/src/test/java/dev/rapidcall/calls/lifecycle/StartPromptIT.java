package dev.rapidcall.calls.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.calls.agents.CallPrompts;
import dev.rapidcall.calls.testing.Api;
import dev.rapidcall.calls.testing.Api.Answer;
import dev.rapidcall.calls.testing.CallServiceOverHttp;
import dev.rapidcall.events.CallId;
import dev.rapidcall.service.identity.InternalTokens;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the agent of a web call is told, and how it can be read back. */
@CallServiceOverHttp
class StartPromptIT {
  private static final JsonMapper JSON = JsonMapper.shared();

  @LocalServerPort int port;
  @Autowired InternalTokens tokens;
  @Autowired RoomsInMemory rooms;
  @Autowired CallPrompts callPrompts;
  @Autowired UnfinishedStarts starts;
  @Autowired TakeBackStart takeBackStart;
  @Autowired JdbcClient jdbc;

  private Api us;
  private String agent = "";

  @BeforeEach
  void begin() {
    us = Api.anonymous(port, tokens).as("prompts-" + UUID.randomUUID());
    rooms.unreachable = false;
    Answer created = us.post("/api/agents", "{\"name\":\"A\",\"promptDraft\":\"one\"}");
    agent = "/api/agents/" + created.body().path("agent").path("id").asString();
  }

  @DisplayName("weakness 32: a call tells which prompt it had, after later changes too")
  @Test
  void aCallKeepsThePromptThatItHad() {
    us.put(agent, "{\"publish\":true}");
    us.put(agent, "{\"promptDraft\":\"two\"}");
    JsonNode ofDraft = call(start(null));
    us.put(agent, "{\"promptDraft\":\"\"}");
    JsonNode ofPublished = call(start("{}"));
    us.put(agent, "{\"promptDraft\":\"three\",\"publish\":true}");

    assertThat(call(ofDraft.path("id").asString()).path("prompt").toString())
        .isEqualTo("{\"source\":\"draft\",\"version\":2,\"variantId\":null,\"text\":\"two\"}");
    assertThat(call(ofPublished.path("id").asString()).path("prompt").toString())
        .isEqualTo("{\"source\":\"published\",\"version\":1,\"variantId\":null,\"text\":\"one\"}");
    assertThat(us.get(agent + "/prompts").body().path("prompts").values())
        .extracting(it -> it.path("prompt").asString())
        .containsExactly("three", "two", "one");
    assertThat(callPrompts.text(new CallId(ofDraft.path("id").asString()))).contains("two");
    assertThat(ofDraft.path("metrics").path("abTest").isNull()).isTrue();
  }

  @DisplayName("weakness 32: the variant that a call tried is kept with it")
  @Test
  void aVariantIsToldToTheAgentAndKept() {
    String variant =
        us.post(
                agent + "/variants",
                "{\"name\":\"Short\",\"prompt\":\"Be short, {{who}}.\",\"trafficPercent\":100}")
            .body()
            .path("variant")
            .path("id")
            .asString();
    us.put(agent, "{\"defaultDynamicVariables\":{\"who\":\"Ada\"}}");

    JsonNode call = call(start(null));
    us.delete(agent + "/variants/" + variant);

    JsonNode described = metadata().path("agent");
    assertThat(described.path("prompt").asString())
        .startsWith("one\n\n")
        .endsWith("\nBe short, Ada.");
    assertThat(described.path("variant").propertyNames()).containsExactlyInAnyOrder("id", "name");
    assertThat(described.path("variant").path("name").asString()).isEqualTo("Short");
    JsonNode kept = call(call.path("id").asString());
    assertThat(kept.path("prompt").path("variantId").asString()).isEqualTo(variant);
    assertThat(kept.path("prompt").path("text")).isEqualTo(described.path("prompt"));
    assertThat(kept.path("metrics").path("abTest").propertyNames())
        .containsExactlyInAnyOrder("variantId", "variantName", "promptMode");
    assertThat(kept.path("metrics").path("abTest").path("variantId").asString()).isEqualTo(variant);
    assertThat(kept.path("metrics").path("abTest").path("variantName").asString())
        .isEqualTo("Short");
    assertThat(kept.path("metrics").path("abTest").path("promptMode").asString())
        .isEqualTo("base_plus_variant");
  }

  @DisplayName("weakness 29: a room tells its participants what the agent needs and nothing else")
  @Test
  void theRoomTellsNothingThatIsOnlyOurs() {
    us.put(
        agent,
        """
        {"defaultDynamicVariables":{"secret":"for us"},"postCallExtractionModel":"gpt-5",
         "postCallDataExtraction":[{"type":"text","name":"reason"}],
         "webhookUrl":"https://example.com/hook",
         "toolConfigs":{"book":{"apiKey":"cal_live_0123456789"}}}
        """);
    start(null);

    assertThat(metadata().propertyNames()).containsExactlyInAnyOrder("call", "agent", "welcome");
    assertThat(metadata().path("call").propertyNames()).containsExactlyInAnyOrder("id", "to");
    assertThat(metadata().path("agent").propertyNames())
        .containsExactlyInAnyOrder(
            "id",
            "workspaceId",
            "name",
            "prompt",
            "voice",
            "enabledTools",
            "toolConfigs",
            "backchannelEnabled",
            "backgroundAudio",
            "llmModel",
            "maxCallSeconds",
            "knowledgeFolderIds",
            "variant",
            "callSettings",
            "fallbackVoice");
    assertThat(metadata().toString()).doesNotContain("cal_live", "for us", "reason", "hook");
  }

  @Test
  void withoutAVariantTheRoomSaysSo() {
    start(null);

    JsonNode described = metadata().path("agent");
    assertThat(described.path("prompt").asString()).isEqualTo("one");
    assertThat(described.path("variant").isNull()).isTrue();
  }

  @Test
  void theVariablesOfACallWinOverTheAgents() {
    us.put(
        agent,
        """
        {"promptDraft":"{{greeting}} {{ name }}, {{unknown}}{{code}}",
         "welcome":{"mode":"ai","aiMessageText":"Hello {{name}}"},
         "defaultDynamicVariables":{"greeting":"Good day","name":"stranger"}}
        """);

    JsonNode call =
        call(start("{\"dynamicVariables\":{\"name\":\"Ada\",\"code\":\"{{name}}$1\"}}"));

    assertThat(call.path("prompt").path("text").asString()).isEqualTo("Good day Ada, {{name}}$1");
    assertThat(metadata().path("welcome").path("aiMessageText").asString()).isEqualTo("Hello Ada");
    start("{\"welcome\":{\"aiMessageText\":\"Dear {{name}}\"}}");
    assertThat(metadata().path("welcome").path("aiMessageText").asString())
        .isEqualTo("Dear stranger");
    assertThat(us.get(agent).body().path("agent").path("welcome").path("aiMessageText").asString())
        .isEqualTo("Hello {{name}}");
  }

  @Test
  void aCallMayHaveItsOwnWelcomeVoiceAndTools() {
    us.put(
        agent,
        """
        {"voice":{"provider":"cartesia","model":"m","voiceId":"v"},"enabledTools":["end_call","x"],
         "welcome":{"mode":"ai","aiDelaySeconds":3}}
        """);

    start(
        """
        {"welcome":{"mode":"user"},"voice":{"provider":"nvidia"},"enabledTools":[],"other":1}
        """);
    JsonNode own = metadata();
    start(null);
    JsonNode agents = metadata();

    assertThat(own.path("agent").path("voice").toString()).isEqualTo("{\"provider\":\"nvidia\"}");
    assertThat(own.path("agent").path("enabledTools").size()).isZero();
    assertThat(own.path("welcome").path("mode").asString()).isEqualTo("user");
    assertThat(own.path("welcome").path("aiDelaySeconds").asInt()).isEqualTo(3);
    assertThat(agents.path("agent").path("voice").path("voiceId").asString()).isEqualTo("v");
    assertThat(agents.path("agent").path("enabledTools").size()).isEqualTo(2);
    assertThat(agents.path("welcome").path("mode").asString()).isEqualTo("ai");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "welcome | {\"welcome\":{\"mode\":\"robot\"}}",
        "welcome | {\"welcome\":{\"aiDelaySeconds\":11}}",
        "welcome | {\"welcome\":null}",
        "voice | {\"voice\":{\"model\":1}}",
        "enabledTools | {\"enabledTools\":\"end_call\"}",
        "dynamicVariables | {\"dynamicVariables\":{\"a\":1}}",
        "dynamicVariables | {\"dynamicVariables\":[]}"
      })
  void badInputStartsNoCall(String field, String body) {
    Answer refused = us.post(agent + "/start", body);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body().path("details").path("fieldErrors").propertyNames())
        .containsExactly(field);
    assertThat(us.post(agent + "/start", "[]").body().path("details").path("formErrors").size())
        .isEqualTo(1);
    assertThat(us.get("/api/calls").body().path("calls").size()).isZero();
  }

  @DisplayName("weakness 23: when LiveKit fails, neither the call nor its prompt stays")
  @Test
  void aStartThatFailsLeavesNothingBehind() {
    rooms.unreachable = true;
    assertThat(us.post(agent + "/start", null).status()).isEqualTo(502);
    assertThat(prompts()).isEqualTo(1);
    rooms.unreachable = false;

    starts.due(100).forEach(takeBackStart::takeBack);

    assertThat(prompts()).isZero();
    assertThat(us.get("/api/calls").body().path("calls").size()).isZero();
  }

  @Test
  void aBlankPromptStartsNothing() {
    us.put(agent, "{\"promptDraft\":\" \\n\"}");

    Answer refused = us.post(agent + "/start", null);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body().path("error").asString()).isNotBlank();
    assertThat(us.get(agent + "/prompts").body().path("prompts").size()).isZero();
  }

  @Test
  void manyFirstCallsAtOnceShareOneVersion() throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Future<Integer>> starts =
          threads.invokeAll(Collections.nCopies(8, () -> us.post(agent + "/start", null).status()));
      for (Future<Integer> start : starts) {
        assertThat(start.get()).isEqualTo(200);
      }
    }

    assertThat(us.get(agent + "/prompts").body().path("prompts").size()).isEqualTo(1);
    List<JsonNode> calls = List.copyOf(us.get("/api/calls").body().path("calls").values());
    assertThat(calls)
        .hasSize(8)
        .allSatisfy(
            call ->
                assertThat(call(call.path("id").asString()).path("prompt").path("version").asInt())
                    .isEqualTo(1));
  }

  private int prompts() {
    return jdbc.sql(
            """
            select count(*) from call_prompts join calls on calls.id = call_id
            where '/api/agents/' || agent_id = :agent
            """)
        .param("agent", agent)
        .query(Integer.class)
        .single();
  }

  private String start(@Nullable String body) {
    Answer started = us.post(agent + "/start", body);
    assertThat(started.status()).isEqualTo(200);
    return started.body().path("callId").asString();
  }

  private JsonNode call(String id) {
    return us.get("/api/calls/" + id).body().path("call");
  }

  private JsonNode metadata() {
    return JSON.readTree(rooms.opened.getLast().metadata());
  }
}
