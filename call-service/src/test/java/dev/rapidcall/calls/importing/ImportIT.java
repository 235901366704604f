package dev.rapidcall.calls.importing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.calls.importing.Import.Ran;
import dev.rapidcall.calls.importing.Import.Refusal;
import dev.rapidcall.calls.lifecycle.RecordFact;
import dev.rapidcall.calls.recordings.NoteRecording;
import dev.rapidcall.calls.testing.Api;
import dev.rapidcall.calls.testing.CallServiceIT;
import dev.rapidcall.calls.timeline.Fact;
import dev.rapidcall.events.CallId;
import dev.rapidcall.events.CallLifecycleEvent.CallEndRequested;
import dev.rapidcall.events.CallLifecycleEvent.EndRequester;
import dev.rapidcall.events.EventId;
import dev.rapidcall.events.RecordingEvent.RecordingReady;
import dev.rapidcall.events.WorkspaceId;
import dev.rapidcall.service.identity.InternalTokens;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@CallServiceIT
class ImportIT {
  private static final long START = 1_700_000_000_000L;

  @TempDir private Path directory;
  @LocalServerPort int port;
  @Autowired InternalTokens tokens;
  @Autowired ImportFiles files;
  @Autowired RecordFact recordFact;
  @Autowired NoteRecording noteRecording;
  @Autowired JdbcClient jdbc;

  private final String unique = UUID.randomUUID().toString().substring(0, 8);
  private final String workspace = "ws-" + unique;
  private final String agent = "A" + unique;
  private final String call = "call_" + unique;
  private Import imported = new Import(directory, files);
  private Api us;
  private Api them;

  @BeforeEach
  void begin() {
    imported = new Import(directory, files);
    us = Api.anonymous(port, tokens).as(workspace);
    them = Api.anonymous(port, tokens).as("other-" + workspace);
  }

  @Test
  @DisplayName("weakness 2: an agent keeps all its settings, in the shape of the JSON mode")
  void anAgentKeepsEverything() {
    imported.agents(
        """
        [{"id":"%s","name":"Front desk","promptDraft":" Be kind. ","promptPublished":"Be brief.",
          "publishedAt":1700000001000,"llmModel":"gpt-5","autoEvalEnabled":true,
          "knowledgeFolderIds":["f1","f2"],"maxCallSeconds":600,
          "welcome":{"mode":"ai","aiMessageText":"Hello","aiDelaySeconds":1.5},
          "voice":{"provider":"cartesia","model":"sonic-2","voiceId":"v1",
                   "backgroundAudio":{"preset":"office","ambientVolume":0.3},
                   "enabledTools":["end_call","transfer_call"],
                   "toolConfigs":{"transfer_call":{"transferTo":"+4930123"}},
                   "backchannelEnabled":true},
          "defaultDynamicVariables":{"company":"ACME"},"callSettings":{"voicemailDetectionEnabled":true},
          "fallbackVoice":{"provider":"elevenlabs","voiceId":"v2"},
          "postCallDataExtraction":[{"type":"text","name":"reason"}],
          "postCallExtractionModel":"gpt-5-mini","webhookUrl":"https://example.com/hook",
          "createdAt":1700000000000,"updatedAt":1700000002000}]
        """
            .formatted(agent));

    Ran ran = imported.into(workspace);

    assertThat(ran.complete()).isTrue();
    JsonNode shown = us.get("/api/agents/" + agent).body().path("agent");
    assertThat(shown.path("workspaceId").asString()).isEqualTo(workspace);
    assertThat(shown.path("promptDraft").asString()).isEqualTo(" Be kind. ");
    assertThat(shown.path("promptPublished").asString()).isEqualTo("Be brief.");
    assertThat(shown.path("publishedAt").asLong()).isEqualTo(1_700_000_001_000L);
    assertThat(shown.path("llmModel").asString()).isEqualTo("gpt-5");
    assertThat(shown.path("autoEvalEnabled").asBoolean()).isTrue();
    assertThat(shown.path("knowledgeFolderIds").toString()).isEqualTo("[\"f1\",\"f2\"]");
    assertThat(shown.path("maxCallSeconds").asInt()).isEqualTo(600);
    assertThat(shown.path("welcome").path("mode").asString()).isEqualTo("ai");
    assertThat(shown.path("welcome").path("aiMessageMode").asString()).isEqualTo("dynamic");
    assertThat(shown.path("voice").propertyNames())
        .containsExactlyInAnyOrder("provider", "model", "voiceId");
    assertThat(shown.path("backgroundAudio").path("preset").asString()).isEqualTo("office");
    assertThat(shown.path("enabledTools").size()).isEqualTo(2);
    assertThat(shown.path("toolConfigs").path("transfer_call").path("transferTo").asString())
        .isEqualTo("+4930123");
    assertThat(shown.path("backchannelEnabled").asBoolean()).isTrue();
    assertThat(shown.path("defaultDynamicVariables").path("company").asString()).isEqualTo("ACME");
    assertThat(shown.path("callSettings").path("voicemailDetectionEnabled").asBoolean()).isTrue();
    assertThat(shown.path("fallbackVoice").path("voiceId").asString()).isEqualTo("v2");
    assertThat(shown.path("postCallDataExtraction").get(0).path("name").asString())
        .isEqualTo("reason");
    assertThat(shown.path("postCallExtractionModel").asString()).isEqualTo("gpt-5-mini");
    assertThat(shown.path("webhookUrl").asString()).isEqualTo("https://example.com/hook");
    assertThat(shown.path("createdAt").asLong()).isEqualTo(1_700_000_000_000L);
    assertThat(shown.path("updatedAt").asLong()).isEqualTo(1_700_000_002_000L);
    assertThat(them.get("/api/agents/" + agent).status()).isEqualTo(404);
  }

  @Test
  @DisplayName("weakness 2: snake case and the one prompt of old files are read as well")
  void anOldShapeIsRead() {
    imported
        .agents(
            """
            [{"id":"%s","name":"Old","prompt":"Be old.","llm_model":"gpt-4","auto_eval_enabled":true,
              "max_call_seconds":90000,"knowledge_folder_ids":["f"],"webhook_url":"",
              "created_at":"2023-11-14T22:13:20Z","updated_at":1700000000500}]
            """
                .formatted(agent))
        .calls(
            """
            [{"id":"%s","agent_id":"%s","agent_name":"Old","room_name":"","started_at":%d,
              "ended_at":%d,"duration_sec":30,"outcome":"completed","cost_usd":0.25,
              "analysis_status":"completed","post_call_extraction_results":[{"name":"a","value":1}]}]
            """
                .formatted(call, agent, START, START + 30_000));

    imported.into(workspace);

    JsonNode shown = us.get("/api/agents/" + agent).body().path("agent");
    assertThat(shown.path("promptDraft").asString()).isEqualTo("Be old.");
    assertThat(shown.path("promptPublished").asString()).isEqualTo("Be old.");
    assertThat(shown.path("maxCallSeconds").asInt()).isEqualTo(86_400);
    assertThat(shown.path("webhookUrl").isNull()).isTrue();
    assertThat(shown.path("createdAt").asLong()).isEqualTo(1_700_000_000_000L);
    assertThat(shown.path("enabledTools").toString()).isEqualTo("[\"end_call\"]");
    JsonNode old = details();
    assertThat(old.path("agentId").asString()).isEqualTo(agent);
    assertThat(old.path("durationSec").asInt()).isEqualTo(30);
    assertThat(old.path("costUsd").asDouble()).isEqualTo(0.25);
    assertThat(old.path("analysisStatus").asString()).isEqualTo("completed");
    assertThat(old.path("postCallExtractionResults").get(0).path("value").asInt()).isEqualTo(1);
  }

  private void importOneCall() {
    imported.calls(
        """
        [{"id":"%s","workspaceId":"elsewhere","agentId":"%s","agentName":"Front desk",
          "to":"+4930123456","roomName":"call-x-1","startedAt":%d,"endedAt":%d,
          "durationSec":12000000,"outcome":"user_hangup","costUsd":0.5,
          "transcript":[{"speaker":"Agent","role":"agent","text":"Hi\\u0000","firstReceivedTime":1.5},
                        {"kind":"tool_invocation","toolCallId":"t","toolName":"x","input":{"a":1}}],
          "recording":{"kind":"egress_s3","egressId":"EG","bucket":"b","key":"k","status":"stopping",
                       "url":"/api/calls/c/recording","playbackGetCount":2},
          "metrics":{"normalized":{"source":"telephony"},"usage":{"llm_prompt_tokens":7},
                     "latency":{"agent_turn_latency_ms_avg":812.5},"tokensTotal":9,
                     "preset_analysis":{"call_summary":"Fine"},"costBreakdown":{"llm":0.1}},
          "createdAt":%d,"updatedAt":%d}]
        """
            .formatted(call, agent, START, START + 12_000, START, START + 20_000));
    Ran ran = imported.into(workspace);
    assertThat(ran.summary()).contains("calls.json: 1 new, 0 as before or renewed, 0 refused");
  }

  @Test
  @DisplayName("weakness 2: an imported call is visible with all it had, in its workspace")
  void aCallKeepsEverythingAndIsVisible() {
    importOneCall();

    JsonNode shown = details();
    assertThat(shown.path("workspaceId").asString()).isEqualTo(workspace);
    assertThat(shown.path("to").asString()).isEqualTo("+4930123456");
    assertThat(shown.path("roomName").asString()).isEqualTo("call-x-1");
    assertThat(shown.path("startedAt").asLong()).isEqualTo(START);
    assertThat(shown.path("endedAt").asLong()).isEqualTo(START + 12_000);
    assertThat(shown.path("durationSec").asInt()).isEqualTo(12);
    assertThat(shown.path("outcome").asString()).isEqualTo("user_hangup");
    assertThat(shown.path("costUsd").asDouble()).isEqualTo(0.5);
    assertThat(shown.path("transcript").get(0).path("text").asString()).isEqualTo("Hi");
    assertThat(shown.path("transcript").get(0).path("firstReceivedTime").asDouble()).isEqualTo(1.5);
    assertThat(shown.path("transcript").get(1).path("input").path("a").asInt()).isEqualTo(1);
    assertThat(shown.path("metrics").path("preset_analysis").path("call_summary").asString())
        .isEqualTo("Fine");
    assertThat(shown.path("metrics").path("costBreakdown").path("llm").asDouble()).isEqualTo(0.1);
    assertThat(shown.path("recording").path("playbackGetCount").asInt()).isEqualTo(2);
    assertThat(shown.path("recording").path("status").asString()).isEqualTo("failed");
    assertThat(shown.path("updatedAt").asLong()).isEqualTo(START + 20_000);
    JsonNode listed = us.get("/api/calls").body().path("calls").get(0);
    assertThat(listed.path("id").asString()).isEqualTo(call);
    assertThat(listed.path("costUsd").asDouble()).isEqualTo(0.5);
    assertThat(
            us.get("/api/calls/" + call + "/export").body().path("call").path("transcript").size())
        .isEqualTo(2);
    JsonNode totals =
        us.get("/api/analytics?from=" + (START - 1) + "&to=" + (START + 1)).body().path("totals");
    assertThat(totals.path("callCount").asInt()).isEqualTo(1);
    assertThat(totals.path("avgDurationSec").asInt()).isEqualTo(12);
    assertThat(totals.path("totalTokens").asInt()).isEqualTo(9);
    assertThat(totals.path("avgLatencyMs").asInt()).isEqualTo(813);
    assertThat(them.get("/api/calls/" + call).status()).isEqualTo(404);
    assertThat(them.get("/api/calls").body().path("calls").size()).isZero();
  }

  @Test
  void aRecordingIsReadyOnceItIsFoundAndStaysSo() {
    importOneCall();

    assertThat(details().path("recording").path("status").asString()).isEqualTo("failed");
    CallId id = new CallId(call);
    Instant now = Instant.ofEpochMilli(START);
    noteRecording.note(
        new Fact(
            new EventId("ready:" + call),
            "test",
            now,
            now,
            new RecordingReady(id, new WorkspaceId(workspace), null, "ours", "k", 7, null)));
    imported.into(workspace);

    JsonNode recording = details().path("recording");
    assertThat(recording.path("status").asString()).isEqualTo("ready");
    assertThat(recording.path("bucket").asString()).isEqualTo("ours");
    assertThat(recording.path("sizeBytes").asInt()).isEqualTo(7);
    assertThat(recording.path("playbackGetCount").asInt()).isEqualTo(2);
    assertThat(recording.has("reason")).isFalse();
  }

  @Test
  void aRecordingIsNeverReadyBeforeItWasFoundAndNeverALinkToNowhere() {
    imported.calls(
        """
        [{"id":"%1$s","startedAt":%2$d,"endedAt":%2$d,
          "recording":{"kind":"egress_s3","bucket":"b","key":"calls/%1$s.mp3","status":"ready","url":"x"}},
         {"id":"%1$s-2","startedAt":%2$d,"endedAt":%2$d,
          "recording":{"filename":"a.webm","mime":"audio/webm","sizeBytes":5,"url":"/recordings/a.webm"}},
         {"id":"%1$s-3","startedAt":%2$d,"endedAt":%2$d}]
        """
            .formatted(call, START));

    imported.into(workspace);

    JsonNode made = details().path("recording");
    assertThat(made.path("status").asString()).isEqualTo("failed");
    assertThat(made.path("reason").asString()).isNotBlank();
    assertThat(made.path("url").asString()).isEqualTo("/api/calls/" + call + "/recording");
    JsonNode uploaded = us.get("/api/calls/" + call + "-2").body().path("call").path("recording");
    assertThat(uploaded.path("kind").asString()).isEqualTo("upload");
    assertThat(uploaded.path("status").asString()).isEqualTo("failed");
    assertThat(uploaded.path("reason").asString()).contains("Upload it again");
    assertThat(uploaded.has("url")).isFalse();
    assertThat(us.get("/api/calls/" + call + "-3").body().path("call").path("recording").isNull())
        .isTrue();
  }

  @Test
  void anImportedCallIsOverForGood() {
    importOneCall();
    Instant now = Instant.ofEpochMilli(START + 99_000);
    CallId id = new CallId(call);

    recordFact.record(
        new Fact(
            new EventId("end:" + call),
            "test",
            now,
            now,
            new CallEndRequested(id, EndRequester.USER, "user_hangup")));

    assertThat(details().path("endedAt").asLong()).isEqualTo(START + 12_000);
    assertThat(
            jdbc.sql(
                    """
                    select count(*) from calls where id = :id and look_at is null
                    and close_room_at is null and revision = 0
                    """)
                .param("id", call)
                .query(Long.class)
                .single())
        .isEqualTo(1);
    assertThat(
            jdbc.sql("select type from call_facts where call_id = :id")
                .param("id", call)
                .query(String.class)
                .list())
        .containsExactly("rapidcall.call.end-requested.v1");
  }

  @Test
  void aCallThatTheFileTakesForRunningEndedWhenItWasLastHeardOf() {
    imported.calls(
        """
        [{"id":"%s","startedAt":%d,"outcome":"in_progress","updatedAt":%d},
         {"id":"%s-2","startedAt":%d,"updatedAt":%d}]
        """
            .formatted(call, START, START + 65_000, call, START, START + 90_000_000L));

    imported.into(workspace);

    JsonNode shown = details();
    assertThat(shown.path("outcome").asString()).isEqualTo("stale_timeout");
    assertThat(shown.path("endedAt").asLong()).isEqualTo(START + 65_000);
    assertThat(shown.path("durationSec").asInt()).isEqualTo(65);
    assertThat(shown.path("agentName").asString()).isEqualTo("Agent");
    assertThat(shown.path("to").asString()).isEqualTo("webtest");
    assertThat(us.get("/api/calls/" + call + "-2").body().path("call").path("endedAt").asLong())
        .isEqualTo(START + 6 * 3_600_000L);
  }

  @Test
  void importedTwiceIsTheSameAsOnce() {
    anAgentKeepsEverything();
    importOneCall();
    String agentBefore = us.get("/api/agents/" + agent).body().toString();
    String callBefore = details().toString();

    Ran again = imported.into(workspace);

    assertThat(again.summary())
        .containsExactly(
            "agents.json: 0 new, 1 as before or renewed, 0 refused",
            "calls.json: 0 new, 1 as before or renewed, 0 refused");
    assertThat(us.get("/api/agents/" + agent).body().toString()).isEqualTo(agentBefore);
    assertThat(details().toString()).isEqualTo(callBefore);
    assertThat(us.get("/api/calls").body().path("calls").size()).isEqualTo(1);
  }

  @Test
  void whatWasChangedHereSinceIsNotOverwritten() {
    anAgentKeepsEverything();
    us.put("/api/agents/" + agent, "{\"name\":\"Renamed here\"}");

    imported.into(workspace);

    assertThat(us.get("/api/agents/" + agent).body().path("agent").path("name").asString())
        .isEqualTo("Renamed here");
    assertThat(imported.refused())
        .containsExactly(
            new Refusal("agents.json", 0, agent, "it was changed here after it was imported"));
  }

  @Test
  void whatBelongsToSomebodyElseOrWasMadeHereIsRefusedAndLeftAlone() {
    importOneCall();
    String live =
        us.post("/api/agents", "{\"name\":\"Live\"}").body().path("agent").path("id").asString();
    imported.agents("[{\"id\":\"%s\",\"name\":\"Import\"}]".formatted(live));

    imported.into(workspace);
    List<Refusal> ours = imported.refused();
    imported.into("other-" + workspace);

    assertThat(ours)
        .containsExactly(
            new Refusal("agents.json", 0, live, "this id was made here and not imported"));
    assertThat(imported.refused())
        .containsExactly(
            new Refusal("agents.json", 0, live, "this id belongs to another workspace"),
            new Refusal("calls.json", 0, call, "this id belongs to another workspace"));
    assertThat(us.get("/api/agents/" + live).body().path("agent").path("name").asString())
        .isEqualTo("Live");
    assertThat(them.get("/api/calls").body().path("calls").size()).isZero();
    assertThat(details().path("workspaceId").asString()).isEqualTo(workspace);
  }

  @Test
  void whatCannotBeTakenIsReportedWithItsPlaceAndReasonAndTheRestIsKept() {
    imported
        .agents(
            """
            [5, {"id":"x1"}, {"name":"No id"}, {"id":"a/b","name":"N"},
             {"id":"%1$s-w","name":"N","welcome":"hi"}, {"id":"%1$s-t","name":"N","enabledTools":[1]},
             {"id":"%1$s","name":"Kept"}]
            """
                .formatted(agent))
        .calls(
            """
            [{"id":"%1$s-n"}, {"id":"%1$s-m","startedAt":1,"metrics":[]},
             {"id":"%1$s-t","startedAt":-5}, {"id":"%1$s-x","startedAt":1,"transcript":["a"]},
             {"id":"%1$s","startedAt":1}, null]
            """
                .formatted(call));

    Ran ran = imported.into(workspace);

    assertThat(ran.complete()).isTrue();
    assertThat(imported.refused())
        .containsExactly(
            new Refusal("agents.json", 0, null, "not an object"),
            new Refusal("agents.json", 1, "x1", "name is missing"),
            new Refusal("agents.json", 2, null, "id is missing"),
            new Refusal("agents.json", 3, "a/b", "id is none that is taken"),
            new Refusal("agents.json", 4, agent + "-w", "welcome is not an object"),
            new Refusal("agents.json", 5, agent + "-t", "enabledTools is not a list of texts"),
            new Refusal("calls.json", 0, call + "-n", "startedAt is missing"),
            new Refusal("calls.json", 1, call + "-m", "metrics is not an object"),
            new Refusal("calls.json", 2, call + "-t", "startedAt is not a time"),
            new Refusal("calls.json", 3, call + "-x", "transcript is not a list of objects"),
            new Refusal("calls.json", 5, null, "not an object"));
    assertThat(ran.summary())
        .startsWith(
            "agents.json: 1 new, 0 as before or renewed, 6 refused",
            "calls.json: 1 new, 0 as before or renewed, 5 refused");
    assertThat(us.get("/api/agents").body().path("agents").size()).isEqualTo(1);
    assertThat(us.get("/api/calls").body().path("calls").size()).isEqualTo(1);
  }

  private JsonNode details() {
    return us.get("/api/calls/" + call).body().path("call");
  }
}
