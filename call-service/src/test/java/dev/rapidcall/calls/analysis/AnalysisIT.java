package dev.rapidcall.calls.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.calls.lifecycle.Stage.PlayedCall;
import dev.rapidcall.calls.testing.AfterCallsIT;
import dev.rapidcall.calls.testing.ProviderDouble.Reply;
import dev.rapidcall.calls.timeline.Fact;
import dev.rapidcall.calls.timeline.Timeline;
import dev.rapidcall.calls.work.CallTask;
import dev.rapidcall.calls.work.CallTasks;
import dev.rapidcall.events.CallId;
import dev.rapidcall.events.CallLifecycleEvent.AgentAnalysis;
import dev.rapidcall.events.CallLifecycleEvent.CallEndRequested;
import dev.rapidcall.events.CallLifecycleEvent.EndRequester;
import dev.rapidcall.events.EventId;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class AnalysisIT extends AfterCallsIT {
  private static final String ANALYZED = "rapidcall.call.analyzed.v1";
  private static final String FIELDS =
      """
      {"postCallDataExtraction":[{"type":"number","name":"guests","description":"how many"},
                                 {"type":"text","name":"when"}],
       "postCallExtractionModel":"an-extra-model"}
      """;

  @Autowired CallTasks tasks;
  @Autowired AnalyseCall analyseCall;
  @Autowired PlanAnalysis planAnalysis;
  @Autowired Timeline facts;
  @Autowired Clock now;

  @Test
  void aCallIsAnalysedAfterItAndSaysSoOnce() {
    PlayedCall played = ended(agentWith(FIELDS));

    work();

    JsonNode call = call(played.id());
    assertThat(call.path("analysisStatus").asString()).isEqualTo("completed");
    assertThat(call.path("metrics").path("preset_analysis").toString())
        .isEqualTo(
            "{\"call_summary\":\"A table was booked.\",\"in_voicemail\":false,"
                + "\"user_sentiment\":\"positive\",\"call_successful\":true}");
    assertThat(call.path("postCallExtractionResults").toString())
        .isEqualTo(
            "[{\"name\":\"guests\",\"value\":2,\"description\":\"how many\"},"
                + "{\"name\":\"when\",\"value\":\"tonight\"}]");
    assertThat(provider.requests())
        .extracting(request -> request.body().path("model").asString())
        .containsExactly("gpt-4.1-mini", "an-extra-model");
    assertThat(entries(played.id(), ANALYZED)).hasSize(1);
  }

  @Test
  @DisplayName("weakness 15: an end waits for no model")
  void theEndIsThereBeforeAnybodyIsAsked() {
    provider.hangs();

    PlayedCall played = ended(agentWith("{}"));

    assertThat(call(played.id()).path("outcome").asString()).isEqualTo("user_hangup");
    assertThat(call(played.id()).path("analysisStatus").isNull()).isTrue();
    assertThat(provider.requests()).isEmpty();
  }

  @Test
  @DisplayName("weakness 7: the analysis waits for the last transcript and reads it")
  void whatWasSaidLastIsAnalysedToo() {
    PlayedCall played = stage.webCall(OURS, agentWith("{}"));
    said(played.id(), "Is there a table for two?");
    stage.pass(Duration.ofSeconds(31));
    played.callerLeaves();

    stage.pass(Duration.ofSeconds(5));
    said(played.id(), "Is there a table for two?", "My last words are goodbye.");
    stage.pass(Duration.ofSeconds(2));
    claimAndWork();
    assertThat(provider.requests()).as("a fuller transcript came 2 s ago").isEmpty();

    stage.pass(Duration.ofSeconds(4));
    claimAndWork();
    assertThat(provider.requests().getFirst().material()).contains("My last words are goodbye.");

    said(played.id(), "Is there a table for two?", "My last words are goodbye.", "Too late.");
    stage.pass(Duration.ofMinutes(5));
    claimAndWork();
    assertThat(provider.requests()).as("later corrections change nothing").hasSize(1);
  }

  @Test
  void aProviderThatFailsIsAskedAgainLater() {
    PlayedCall played = ended(agentWith("{}"));
    provider.answers(request -> Reply.of(503, "busy"));
    work();
    assertThat(call(played.id()).path("analysisStatus").isNull()).isTrue();
    assertThat(entries(played.id(), ANALYZED)).isEmpty();

    provider.answers(AfterCallsIT::plausibly);
    claimAndWork();
    assertThat(provider.requests()).as("not before its time").isEmpty();
    stage.pass(Duration.ofSeconds(15));
    claimAndWork();

    assertThat(call(played.id()).path("analysisStatus").asString()).isEqualTo("completed");
    assertThat(entries(played.id(), ANALYZED)).hasSize(1);
  }

  @Test
  void aProviderThatNeverGivesAnythingUsableIsGivenUpAndTheCallSaysSo() {
    PlayedCall played = ended(agentWith(FIELDS));
    provider.answers(request -> Reply.said("I would rather not."));

    stage.pass(Duration.ofMinutes(1));
    IntStream.range(0, 10)
        .forEach(
            i -> {
              claimAndWork();
              stage.pass(Duration.ofHours(1));
            });

    assertThat(provider.requests()).hasSizeBetween(2, 6);
    JsonNode call = call(played.id());
    assertThat(call.path("analysisStatus").asString()).isEqualTo("failed");
    assertThat(call.path("postCallExtractionResults").size()).isZero();
    assertThat(call.path("metrics").has("preset_analysis")).isFalse();
    assertThat(entries(played.id(), ANALYZED))
        .singleElement()
        .satisfies(entry -> assertThat(entry.data().path("completed").asBoolean()).isFalse());
  }

  @Test
  void aWorkerThatDiesGivesItsCallBack() {
    PlayedCall played = ended(agentWith("{}"));
    stage.pass(Duration.ofMinutes(1));
    assertThat(claim(played.id())).as("claimed by one that dies").hasSize(1);

    claimAndWork();
    assertThat(provider.requests()).isEmpty();
    stage.pass(Duration.ofMinutes(3));
    claimAndWork();

    assertThat(call(played.id()).path("analysisStatus").asString()).isEqualTo("completed");
  }

  @Test
  @DisplayName("weakness 5: however often a call ends, it is analysed and announced once")
  void workedByManyAtOnceItIsSaidOnce() throws Exception {
    PlayedCall played = ended(agentWith("{}"));
    played.record().record();
    stage.pass(Duration.ofMinutes(1));
    CallTask task = claim(played.id()).getFirst();

    try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
      List<Future<?>> all =
          IntStream.range(0, 6)
              .<Future<?>>mapToObj(i -> threads.submit(() -> analyseCall.work(task)))
              .toList();
      for (Future<?> one : all) {
        one.get();
      }
    }
    stage.pass(Duration.ofHours(2));
    claimAndWork();

    assertThat(entries(played.id(), ANALYZED)).hasSize(1);
    assertThat(provider.requests()).hasSizeLessThanOrEqualTo(6);
  }

  @Test
  void aCallInWhichNothingWasSaidHasNoAnalysis() {
    PlayedCall played = stage.webCall(OURS, agentWith("{}")).callerLeaves();

    work();
    stage.pass(Duration.ofHours(2));
    claimAndWork();

    assertThat(provider.requests()).isEmpty();
    assertThat(call(played.id()).path("analysisStatus").isNull()).isTrue();
    assertThat(entries(played.id(), ANALYZED)).isEmpty();
  }

  @Test
  void theVoiceAgentsOwnAnalysisWinsOverOurs() {
    PlayedCall played = stage.webCall(OURS, agentWith(FIELDS));
    said(played.id(), "A table for two, please.");
    agentReports(played.id(), 20, "completed", "guests", 7);
    played.callerLeaves();

    work();

    JsonNode call = call(played.id());
    assertThat(call.path("postCallExtractionResults").toString())
        .isEqualTo("[{\"name\":\"guests\",\"value\":7}]");
    assertThat(call.path("metrics").path("preset_analysis").path("call_summary").asString())
        .isEqualTo("A table was booked.");
    assertThat(provider.requests()).as("no extraction of our own").hasSize(1);
    assertThat(entries(played.id(), ANALYZED)).hasSize(1);
  }

  @Test
  void theVoiceAgentsAnalysisWinsAlsoWhenItComesLast() {
    PlayedCall played = ended(agentWith(FIELDS));
    work();

    agentReports(played.id(), 90, "failed", "guests", 9);

    JsonNode call = call(played.id());
    assertThat(call.path("analysisStatus").asString()).isEqualTo("failed");
    assertThat(call.path("postCallExtractionResults").path(0).path("value").asInt()).isEqualTo(9);
    assertThat(call.path("metrics").has("preset_analysis")).isTrue();
    assertThat(entries(played.id(), ANALYZED)).hasSize(1);
  }

  private PlayedCall ended(String agentId) {
    PlayedCall played = stage.webCall(OURS, agentId);
    said(played.id(), "Is there a table for two tonight?");
    return played.callerLeaves();
  }

  private void agentReports(CallId call, int second, String status, String name, int value) {
    CallEndRequested end =
        new CallEndRequested(
            call,
            EndRequester.AGENT,
            "agent_hangup",
            new AgentAnalysis(status, List.of(Map.of("name", name, "value", value))));
    facts.append(
        new Fact(
            new EventId("voice-agent:end:" + call + second),
            "voice-agent",
            now.instant().plusSeconds(second),
            now.instant(),
            end));
    planAnalysis.reported(call);
  }

  private void work() {
    stage.pass(Duration.ofMinutes(1));
    claimAndWork();
  }

  private void claimAndWork() {
    tasks.claim(List.of(SettleAnalysis.TASK), 1000).forEach(analyseCall::work);
  }

  private List<CallTask> claim(CallId call) {
    return tasks.claim(List.of(SettleAnalysis.TASK), 1000).stream()
        .filter(task -> task.call().equals(call))
        .toList();
  }
}
