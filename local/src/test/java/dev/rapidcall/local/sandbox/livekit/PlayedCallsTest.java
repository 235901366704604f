package dev.rapidcall.local.sandbox.livekit;

import static dev.rapidcall.local.sandbox.livekit.SandboxRig.answer;
import static dev.rapidcall.local.sandbox.livekit.SandboxRig.execute;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.local.sandbox.livekit.time.Timings;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import livekit.LivekitModels.DisconnectReason;
import livekit.LivekitModels.ParticipantInfo;
import livekit.LivekitModels.ParticipantInfo.Kind;
import livekit.LivekitWebhook.WebhookEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PlayedCallsTest {

  private static final String TRANSCRIPT = "/api/internal/calls/call_1/transcript";
  private static final String METRICS = "/api/calls/call_1/metrics";
  private static final String END = "/api/internal/calls/call_1/end";
  private static final String METADATA =
      "{\"call\":{\"id\":\"call_1\",\"to\":\"webtest\"},\"agent\":{\"id\":\"ag1\",\"prompt\":\"Be kind.\"},\"welcome\":{\"mode\":\"agent\"}}";

  private final SandboxRig rig = new SandboxRig(Timings.quick());

  @AfterEach
  void stop() {
    rig.close();
  }

  @Test
  void aCallerWhoHangsUpLeavesTheAgentUntilTheRoomCloses() {
    String id = play("\"endedBy\":\"caller\"");
    awaitFinished(id);

    List<ParticipantInfo> left = left();
    assertThat(left)
        .extracting(ParticipantInfo::getKind)
        .containsExactly(Kind.STANDARD, Kind.AGENT);
    assertThat(left)
        .extracting(ParticipantInfo::getDisconnectReason)
        .containsExactly(DisconnectReason.CLIENT_INITIATED, DisconnectReason.ROOM_CLOSED);
    assertThat(posts(END)).isEmpty();
    assertThat(posts(METRICS)).hasSize(1);
    assertThat(posts(METRICS).getFirst().json().path("latency").propertyNames())
        .containsExactlyInAnyOrder(
            "eou_end_ms_avg",
            "eou_transcription_ms_avg",
            "llm_ttft_ms_avg",
            "agent_turn_latency_ms_avg");
    List<Integer> lengths = transcripts().stream().map(JsonNode::size).toList();
    assertThat(lengths).isSorted().last().isEqualTo(5);
  }

  @Test
  void anAgentThatEndsTheCallSaysSoBeforeItsGoodbyeThenLeavesAndDeletesTheRoom() {
    String id = play("\"endedBy\":\"agent\"");
    awaitFinished(id);

    JsonNode end = posts(END).getFirst().json();
    assertThat(end.path("outcome").asString("")).isEqualTo("agent_hangup");
    assertThat(texts(end.path("transcript"))).doesNotContain("All the best, goodbye.");
    assertThat(
            end.path("transcript").get(end.path("transcript").size() - 1).path("kind").asString())
        .isEqualTo("tool_result");
    assertThat(texts(transcripts().getLast()))
        .contains("Thank you for the call.", "All the best, goodbye.");
    assertThat(left())
        .extracting(ParticipantInfo::getDisconnectReason)
        .containsExactly(DisconnectReason.CLIENT_INITIATED, DisconnectReason.ROOM_DELETED);
  }

  @Test
  void requestsLookLikeThoseOfTheAgent() {
    play("\"endedBy\":\"agent\"");
    Received end = rig.api.await(request -> request.path().equals(END));

    assertThat(end.method()).isEqualTo("POST");
    assertThat(end.header("x-agent-secret")).isEqualTo("agent-secret");
    assertThat(end.header("content-type")).isEqualTo("application/json");
    assertThat(end.header("user-agent")).startsWith("rapidcall-sandbox-agent/");
  }

  @Test
  void aCallerWhoVanishesIsMissedLater() {
    play("\"endedBy\":\"vanish\"");

    assertThat(rig.awaitWebhook("participant_left", "call-a").getParticipant())
        .returns(DisconnectReason.CONNECTION_TIMEOUT, ParticipantInfo::getDisconnectReason);
  }

  @Test
  void aRoomThatIsDeletedThrowsEverybodyOut() {
    play("\"endedBy\":\"room\"");
    rig.awaitWebhook("room_finished", "call-a");

    assertThat(left())
        .extracting(ParticipantInfo::getDisconnectReason)
        .containsOnly(DisconnectReason.ROOM_DELETED)
        .hasSize(2);
  }

  @Test
  void nobodyMayCome() {
    play("\"endedBy\":\"nobody\"");
    rig.awaitWebhook("participant_joined", "call-a");
    assertThat(execute(rig.rooms().deleteRoom("call-a")).code()).isEqualTo(200);
    rig.awaitWebhook("room_finished", "call-a");

    assertThat(joined()).extracting(ParticipantInfo::getKind).containsExactly(Kind.AGENT);
    assertThat(rig.api.all()).isEmpty();
  }

  @Test
  void theAgentMayNeverCome() {
    play("\"agent\":\"never\"");
    rig.awaitWebhook("room_finished", "call-a");

    assertThat(joined()).extracting(ParticipantInfo::getKind).containsExactly(Kind.STANDARD);
    assertThat(rig.api.all()).isEmpty();
  }

  @Test
  void theAgentMayLeaveTheCallerAloneWithoutAWord() {
    String id = play("\"agent\":\"leaves\",\"talkSeconds\":0.4,\"agentLeavesAfterSeconds\":0.2");
    awaitFinished(id);

    assertThat(left())
        .extracting(ParticipantInfo::getKind)
        .containsExactly(Kind.AGENT, Kind.STANDARD);
    assertThat(posts(END)).isEmpty();
    assertThat(posts(TRANSCRIPT)).isNotEmpty();
  }

  @Test
  void aCallerMayDropAndReturnWithTheSameIdentity() {
    play(
        "\"callerIdentity\":\"user-1\",\"talkSeconds\":0.5,\"callerDropsAndReturns\":{\"afterSeconds\":0.1,\"forSeconds\":0.1}");
    rig.awaitWebhook("room_finished", "call-a");

    List<ParticipantInfo> callers =
        joined().stream().filter(p -> p.getKind() == Kind.STANDARD).toList();
    assertThat(callers).hasSize(2).extracting(ParticipantInfo::getIdentity).containsOnly("user-1");
    assertThat(callers).extracting(ParticipantInfo::getSid).doesNotHaveDuplicates();
  }

  @Test
  void anApiThatFailsNeverEndsTheCall() {
    rig.api.answer(request -> 503);
    String id = play("\"endedBy\":\"agent\"");
    awaitFinished(id);

    assertThat(posts(END)).hasSize(1);
    assertThat(left())
        .extracting(ParticipantInfo::getDisconnectReason)
        .containsExactly(DisconnectReason.CLIENT_INITIATED, DisconnectReason.ROOM_DELETED);
  }

  @Test
  void aRoomDeletedByThePlatformFreesTheAgentAndItsLastTranscriptStillComes() {
    String id = play("\"talkSeconds\":20,\"transcriptEverySeconds\":0.1");
    rig.awaitWebhook("track_published", "call-a");
    rig.api.await(request -> request.path().equals(TRANSCRIPT));
    int before = posts(TRANSCRIPT).size();
    assertThat(execute(rig.rooms().deleteRoom("call-a")).code()).isEqualTo(200);
    awaitFinished(id);

    assertThat(posts(TRANSCRIPT).size()).isGreaterThan(before);
    assertThat(left())
        .extracting(ParticipantInfo::getDisconnectReason)
        .containsOnly(DisconnectReason.ROOM_DELETED);
  }

  @Test
  void utterancesToolsAndMetricsAreAsWanted() {
    String id =
        play(
            "\"utterances\":[\"Hi there\"],\"metrics\":{\"usage\":{\"llm_total_tokens\":1200}},\"tools\":[{\"name\":\"lookup_weather\",\"input\":{\"city\":\"Bern\"},\"result\":\"sunny\"}]");
    awaitFinished(id);

    assertThat(posts(METRICS).getFirst().json().path("usage").path("llm_total_tokens").asInt())
        .isEqualTo(1200);
    JsonNode transcript = transcripts().getLast();
    assertThat(texts(transcript)).contains("Hi there");
    assertThat(transcript.valueStream().map(item -> item.path("toolName").asString("")))
        .contains("lookup_weather");
  }

  @Test
  void theCallIsListedWithItsSteps() {
    String id = play("\"endedBy\":\"agent\"");
    awaitFinished(id);

    JsonNode call = rig.controlled("GET", "/sandbox/calls/" + id, "");
    assertThat(call.path("state").asString("")).isEqualTo("finished");
    assertThat(call.path("steps").valueStream().map(step -> step.path("what").asString("")))
        .contains("agent: POST " + END + " -> 200", "room: closed");
    assertThat(rig.controlled("GET", "/sandbox/calls", "").size()).isOne();
  }

  @Test
  void aPlanThatMakesNoSenseIsRefused() {
    assertThat(rig.control("POST", "/sandbox/calls", "{\"room\":\"nope\"}").statusCode())
        .isEqualTo(404);
    assertThat(rig.control("POST", "/sandbox/calls", "{}").body()).contains("room is missing");
    assertThat(rig.control("POST", "/sandbox/calls", "{\"room\":\"a\",\"endedBy\":\"me\"}").body())
        .contains("endedBy must be one of [caller, agent, vanish, room, nobody]");
    assertThat(rig.control("POST", "/sandbox/calls", "{\"room\":\"a\",\"talk\":1}").body())
        .contains("unknown field: talk");
    assertThat(rig.control("POST", "/sandbox/calls", "{").statusCode()).isEqualTo(400);
    assertThat(rig.control("GET", "/sandbox/calls/nope", "").statusCode()).isEqualTo(404);
  }

  private String play(String how) {
    answer(rig.rooms().createRoom("call-a", 60, 2, null, METADATA));
    String talk = how.contains("talkSeconds") ? "" : "\"talkSeconds\":0.3,";
    return rig.controlled("POST", "/sandbox/calls", "{\"room\":\"call-a\"," + talk + how + "}")
        .path("id")
        .asString("");
  }

  private void awaitFinished(String id) {
    rig.sandbox.calls().find(id).orElseThrow().over().orTimeout(60, TimeUnit.SECONDS).join();
    rig.awaitWebhook("room_finished", "call-a");
  }

  private List<Received> posts(String path) {
    return rig.api.all().stream().filter(request -> request.path().equals(path)).toList();
  }

  private List<JsonNode> transcripts() {
    return posts(TRANSCRIPT).stream().map(request -> request.json().path("transcript")).toList();
  }

  private static List<String> texts(JsonNode transcript) {
    return transcript.valueStream().map(item -> item.path("text").asString("")).toList();
  }

  private List<ParticipantInfo> joined() {
    return participants(event -> event.getEvent().equals("participant_joined"));
  }

  private List<ParticipantInfo> left() {
    return participants(event -> event.getEvent().equals("participant_left"));
  }

  private List<ParticipantInfo> participants(Predicate<WebhookEvent> wanted) {
    return rig.webhooks.all().stream()
        .map(rig::verified)
        .filter(wanted)
        .map(WebhookEvent::getParticipant)
        .toList();
  }
}
