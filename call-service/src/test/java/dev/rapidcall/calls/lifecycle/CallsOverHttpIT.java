package dev.rapidcall.calls.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.calls.testing.Api;
import dev.rapidcall.calls.testing.Api.Answer;
import dev.rapidcall.calls.testing.CallServiceOverHttp;
import dev.rapidcall.events.CallId;
import dev.rapidcall.events.CallLifecycleEvent.EndRequester;
import dev.rapidcall.events.RoomName;
import dev.rapidcall.service.identity.InternalTokens;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@CallServiceOverHttp
class CallsOverHttpIT {
  private static final String OURS = "workspace1";
  private static final String THEIRS = "workspace2";

  @LocalServerPort int port;
  @Autowired InternalTokens tokens;
  @Autowired RoomsInMemory rooms;
  @Autowired RecordFact recordFact;
  @Autowired UnfinishedStarts starts;
  @Autowired TakeBackStart takeBackStart;

  private Api us;
  private Api them;
  private Api nobody;

  @BeforeEach
  void begin() {
    nobody = Api.anonymous(port, tokens);
    us = nobody.as(OURS);
    them = nobody.as(THEIRS);
    rooms.reset();
  }

  @Test
  void anAgentIsGivenBackExactlyAsItWasSent() {
    String id = agent("{\"name\":\"Front desk\",\"promptDraft\":\"  Be kind. \"}");

    Answer changed =
        us.put(
            "/api/agents/" + id,
            """
            {"promptDraft":" Be brief.\\n","publish":true,"unknown":1,
             "welcome":{"mode":"ai","aiMessageText":" Hello ","aiDelaySeconds":1.25},
             "backgroundAudio":{"preset":"office","ambientVolume":0.1,"thinkingVolume":0.30000000000000004}}
            """);

    assertThat(changed.status()).isEqualTo(200);
    JsonNode agent = us.get("/api/agents/" + id).body().path("agent");
    assertThat(agent.path("promptDraft").asString()).isEqualTo(" Be brief.\n");
    assertThat(agent.path("promptPublished").asString()).isEqualTo(" Be brief.\n");
    assertThat(agent.path("publishedAt").isNumber()).isTrue();
    assertThat(agent.path("welcome").toString())
        .contains("\"aiMessageText\":\" Hello \"", "\"aiDelaySeconds\":1.25", "\"mode\":\"ai\"")
        .contains("\"aiMessageMode\":\"dynamic\"");
    assertThat(agent.path("backgroundAudio").path("thinkingVolume").asDouble())
        .isEqualTo(0.30000000000000004);
    assertThat(agent.path("enabledTools").toString()).isEqualTo("[\"end_call\"]");
    assertThat(agent.has("unknown")).isFalse();
  }

  @Test
  void aBlankModelMeansTheDefaultOne() {
    String id = agent("{\"name\":\"A\",\"llmModel\":\" \"}");

    assertThat(us.get("/api/agents/" + id).body().path("agent").path("llmModel").asString())
        .isEqualTo("gpt-4.1-mini");
  }

  @Test
  void badInputNamesEachFieldAndChangesNothing() {
    Answer refused =
        us.post(
            "/api/agents",
            "{\"name\":\"\",\"maxCallSeconds\":1.5,\"voice\":{\"provider\":null,\"model\":\"\"}}");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body().path("error").asString()).isEqualTo("Validation failed");
    assertThat(refused.body().path("details").path("fieldErrors").propertyNames())
        .containsExactlyInAnyOrder("name", "maxCallSeconds", "voice");
    assertThat(refused.body().path("hint").asString()).contains("200000");
    assertThat(us.post("/api/agents", "[]").body().path("details").path("formErrors").size())
        .isEqualTo(1);
    assertThat(us.post("/api/agents", null).status()).isEqualTo(400);
    assertThat(us.post("/api/agents", "{\"name\":").status()).isEqualTo(400);
  }

  @Test
  void anotherWorkspaceSeesNothingOfOurs() {
    String agent = agent("{\"name\":\"A\",\"promptDraft\":\"p\"}");
    String call = us.post("/api/agents/" + agent + "/start", null).body().path("callId").asString();

    for (String path :
        List.of("/api/agents/" + agent, "/api/calls/" + call, "/api/calls/" + call + "/timeline")) {
      assertThat(us.get(path).status()).isEqualTo(200);
      assertThat(them.get(path).status()).isEqualTo(404);
      assertThat(nobody.get(path).status()).isEqualTo(401);
    }
    assertThat(them.post("/api/agents/" + agent + "/start", null).status()).isEqualTo(404);
    assertThat(them.put("/api/agents/" + agent, "{\"name\":\"B\"}").status()).isEqualTo(404);
    assertThat(them.delete("/api/agents/" + agent).status()).isEqualTo(404);
    assertThat(us.get("/api/agents/" + agent).status()).isEqualTo(200);
    assertThat(them.get("/api/calls").body().path("calls").size()).isZero();
    assertThat(them.get("/api/agents").body().path("agents").size()).isZero();
    assertThat(us.get("/api/internal/agents/config?agentId=" + agent).status()).isEqualTo(403);
    assertThat(nobody.asAgent().get("/api/agents").status()).isEqualTo(403);
  }

  @Test
  void aWebCallStartsWithItsRoomItsAgentAndItsToken() {
    String agent =
        agent(
            """
            {"name":"Front desk","promptDraft":"You serve {{ company }} and {{nobody}}."}
            """);
    us.put(
        "/api/agents/" + agent,
        """
        {"defaultDynamicVariables":{"company":"$1 Ltd"},
         "toolConfigs":{"book_appointment_cal":{"apiKey":"cal_live_secret","eventTypeId":"7"}}}
        """);

    JsonNode started =
        us.post("/api/agents/" + agent + "/start", "{\"welcome\":{\"mode\":\"ai\"}}").body();

    RoomName room = new RoomName(started.path("roomName").asString());
    assertThat(room.value()).matches("call-" + agent + "-[0-9A-Za-z]{6}");
    assertThat(started.path("callId").asString()).isEqualTo(CallId.of(room).value());
    assertThat(started.path("livekitUrl").asString()).isEqualTo("ws://localhost:1");
    assertThat(started.path("expectedAgentName").asString()).isEqualTo("front-desk");
    assertThat(started.path("agent").toString())
        .isEqualTo("{\"id\":\"" + agent + "\",\"name\":\"Front desk\"}");
    String metadata = rooms.opened.getLast().metadata();
    assertThat(metadata)
        .contains("You serve $1 Ltd and .", "\"to\":\"webtest\"", started.path("callId").asString())
        .contains("\"mode\":\"ai\"")
        .doesNotContain("cal_live_secret");
    assertThat(
            nobody.asAgent().get("/api/internal/agents/config?agentId=" + agent).body().toString())
        .contains("cal_live_secret");
  }

  @Test
  void withoutAPromptNoCallStarts() {
    String agent = agent("{\"name\":\"Empty\"}");

    assertThat(us.post("/api/agents/" + agent + "/start", null).status()).isEqualTo(400);
  }

  @Test
  void whenLiveKitIsUnreachableNoCallIsLeftBehind() {
    String agent = agent("{\"name\":\"A\",\"promptDraft\":\"p\"}");
    rooms.unreachable = true;

    Answer refused = us.post("/api/agents/" + agent + "/start", null);

    assertThat(refused.status()).isEqualTo(502);
    assertThat(refused.body().propertyNames())
        .containsExactlyInAnyOrder("error", "details", "hint");
    assertThat(us.get("/api/calls").body().path("calls").values())
        .extracting(call -> call.path("agentId").asString())
        .doesNotContain(agent);
  }

  @Test
  @DisplayName("weakness 23: a start that took so long that it was taken back is told so")
  void aStartThatWasTakenBackMeanwhileIsRefused() {
    String agent = agent("{\"name\":\"A\",\"promptDraft\":\"p\"}");
    rooms.whileOpening =
        room -> {
          starts.giveUp(CallId.of(room));
          starts.due(100).forEach(takeBackStart::takeBack);
        };

    Answer refused = us.post("/api/agents/" + agent + "/start", null);

    assertThat(refused.status()).isEqualTo(503);
    assertThat(refused.body().path("error").asString()).isNotBlank();
    RoomName room = rooms.opened.getLast().name();
    assertThat(rooms.open).containsKey(room);
    starts.due(100).forEach(takeBackStart::takeBack);
    assertThat(rooms.open).doesNotContainKey(room);
    assertThat(us.get("/api/calls/" + CallId.of(room)).status()).isEqualTo(404);
  }

  @Test
  void anEndedCallShowsItsTalkAndItsTimelineEachFactWithSourceAndTimes() {
    String agent = agent("{\"name\":\"A\",\"promptDraft\":\"p\"}");
    JsonNode started = us.post("/api/agents/" + agent + "/start", null).body();
    RoomName room = new RoomName(started.path("roomName").asString());
    Story.web(room)
        .callerJoins(1)
        .agentJoins(2)
        .ends(EndRequester.USER, 31.6, "user_hangup")
        .facts()
        .forEach(recordFact::record);

    JsonNode call = us.get("/api/calls/" + CallId.of(room)).body().path("call");
    assertThat(call.path("durationSec").asLong()).isEqualTo(31);
    assertThat(call.path("outcome").asString()).isEqualTo("user_hangup");
    assertThat(call.path("to").asString()).isEqualTo("webtest");
    assertThat(call.path("metrics").path("normalized").path("source").asString()).isEqualTo("web");
    JsonNode timeline = us.get("/api/calls/" + CallId.of(room) + "/timeline").body();
    assertThat(timeline.path("events").values())
        .extracting(line -> line.path("occurredAt").asLong())
        .isSorted();
    assertThat(types(timeline))
        .containsExactlyInAnyOrder(
            "rapidcall.call.started.v1",
            "rapidcall.participant.joined.v1",
            "rapidcall.call.answered.v1",
            "rapidcall.participant.joined.v1",
            "rapidcall.call.end-requested.v1",
            "rapidcall.call.ended.v1");
    assertThat(timeline.path("events").values())
        .allSatisfy(
            line ->
                assertThat(line.propertyNames())
                    .contains("id", "type", "source", "occurredAt", "recordedAt", "data"));
  }

  private static List<String> types(JsonNode timeline) {
    return StreamSupport.stream(timeline.path("events").spliterator(), false)
        .map(line -> line.path("type").asString())
        .toList();
  }

  private String agent(String body) {
    Answer created = us.post("/api/agents", body);
    assertThat(created.status()).isEqualTo(201);
    return created.body().path("agent").path("id").asString();
  }
}
