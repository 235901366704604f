package dev.rapidcall.calls.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.calls.CallService;
import dev.rapidcall.calls.lifecycle.Stage;
import dev.rapidcall.calls.lifecycle.Stage.PlayedCall;
import dev.rapidcall.calls.lifecycle.StageFixture;
import dev.rapidcall.calls.testing.Api;
import dev.rapidcall.calls.testing.Api.Answer;
import dev.rapidcall.calls.timeline.Fact;
import dev.rapidcall.calls.timeline.Timeline;
import dev.rapidcall.calls.timeline.TimelineEntry;
import dev.rapidcall.calls.work.CallTasks;
import dev.rapidcall.events.CallId;
import dev.rapidcall.events.CallLifecycleEvent.AgentAnalysis;
import dev.rapidcall.events.CallLifecycleEvent.CallEndRequested;
import dev.rapidcall.events.CallLifecycleEvent.EndRequester;
import dev.rapidcall.events.EventId;
import dev.rapidcall.testing.RapidCallIT;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/** Nobody gave us a key of any AI provider. */
@RapidCallIT(
    classes = CallService.class,
    properties = {
      "spring.config.name=call-service",
      "LIVEKIT_URL=http://localhost:1",
      "LIVEKIT_API_KEY=devkey",
      "LIVEKIT_API_SECRET=a-secret-of-at-least-thirty-two-characters",
      "CALL_WORK_EVERY=1h"
    })
@Import(StageFixture.class)
class WithoutModelIT {
  private static final String ANALYZED = "rapidcall.call.analyzed.v1";

  @LocalServerPort int port;
  @Autowired Environment environment;
  @Autowired Stage stage;
  @Autowired CallTasks tasks;
  @Autowired Timeline timeline;
  @Autowired PlanAnalysis planAnalysis;
  @Autowired Clock clock;

  private Api us;

  @BeforeEach
  void begin() {
    us = Api.anonymous(port, environment).as("workspace1");
    stage.begin();
  }

  @Test
  void callsEndAllTheSameAndNothingIsPlanned() {
    PlayedCall played = stage.webCall("workspace1", "agent00001").callerLeaves();

    stage.pass(Duration.ofMinutes(1));

    assertThat(us.get("/api/calls/" + played.id()).body().path("call").path("outcome").asString())
        .isEqualTo("user_hangup");
    assertThat(tasks.claim(List.of(SettleAnalysis.TASK), 100)).isEmpty();
    assertThat(analyzed(played.id())).isEmpty();
  }

  @Test
  void whatTheVoiceAgentAnalysedIsShownAndSaidOnce() {
    PlayedCall played = stage.webCall("workspace1", "agent00001");
    report(played.id());
    assertThat(analyzed(played.id())).as("not before the end").isEmpty();

    played.callerLeaves();
    planAnalysis.reported(played.id());
    played.record();

    assertThat(us.get("/api/calls/" + played.id()).body().path("call").toString())
        .contains("\"analysisStatus\":\"completed\"")
        .contains("\"postCallExtractionResults\":[{\"name\":\"guests\",\"value\":2}]");
    assertThat(analyzed(played.id())).hasSize(1);
  }

  @Test
  void theRoutesSayWhatIsMissing() {
    PlayedCall played = stage.webCall("workspace1", "agent00001");
    Answer prompt = us.post("/api/agents/generate-prompt", "{\"templateId\":\"blank\"}");
    assertThat(prompt.status()).isEqualTo(500);
    assertThat(prompt.body().path("error").asString()).contains("OPENAI_API_KEY");

    for (String provider : List.of("elevenlabs", "cartesia")) {
      Answer speech =
          us.post(
              "/api/tts/preview",
              "{\"provider\":\"" + provider + "\",\"voiceId\":\"v\",\"text\":\"Good day\"}");
      assertThat(speech.status()).isEqualTo(500);
      assertThat(speech.body().path("error").asString()).contains("_API_KEY is not set");
    }
    assertThat(us.post("/api/calls/" + played.id() + "/auto-evaluate", null).status())
        .as("nothing was said")
        .isEqualTo(400);
  }

  private void report(CallId call) {
    AgentAnalysis analysis = new AgentAnalysis(null, List.of(Map.of("name", "guests", "value", 2)));
    timeline.append(
        new Fact(
            new EventId("voice-agent:end:" + call),
            "voice-agent",
            clock.instant(),
            clock.instant(),
            new CallEndRequested(call, EndRequester.AGENT, "agent_hangup", analysis)));
    planAnalysis.reported(call);
  }

  private List<TimelineEntry> analyzed(CallId call) {
    return timeline.entries(call).stream().filter(entry -> entry.type().equals(ANALYZED)).toList();
  }
}
