package dev.rapidcall.gateway.voiceagent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.events.CallLifecycleEvent;
import dev.rapidcall.events.CallLifecycleEvent.EndRequester;
import dev.rapidcall.events.CallLifecycleEvent.TranscriptReported;
import dev.rapidcall.events.CallMetricsEvent;
import dev.rapidcall.events.CallMetricsEvent.CallMetricsReported;
import dev.rapidcall.events.EventId;
import dev.rapidcall.gateway.testing.Answer;
import dev.rapidcall.gateway.testing.StandInOwner;
import dev.rapidcall.messaging.Envelope;
import dev.rapidcall.service.identity.Caller;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VoiceAgentIT extends OneCallIT {

  @Test
  void takesMetricsAndAnswersWithTheCallAfterThem() {
    callServiceKnowsTheCall();

    Answer answer =
        metrics(
            """
            {"usage":{"llm_prompt_tokens":100,"llm_completion_tokens":20,"tts_audio_duration":1.5,
                      "llm_model":"gpt-4.1-mini","other":1},
             "models":{"llm":"gpt-4.1-mini"},
             "normalized":{"source":"web","participantsCountAvg":2,"recordingEnabled":true},
             "telephony":{"trunkNumber":"+15550001111"},
             "latency":{"llm_ttft_ms_avg":-1,"agent_turn_latency_ms_avg":958.5},
             "unknown":{}}
            """);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(CALL);
    Envelope<CallMetricsEvent> event = only(CallMetricsEvent.class);
    assertThat(event.source()).isEqualTo("voice-agent");
    assertThat(event.correlationId()).isEqualTo(answer.header("X-Request-Id"));
    CallMetricsReported reported = (CallMetricsReported) event.event();
    assertThat(reported.usage())
        .satisfies(
            usage -> {
              assertThat(usage).isNotNull();
              assertThat(usage.llmPromptTokens()).isEqualTo(100);
              assertThat(usage.llmPromptCachedTokens()).isNull();
              assertThat(usage.ttsAudioDuration()).isEqualByComparingTo("1.5");
            });
    assertThat(reported.latency())
        .isEqualTo(
            Map.of(
                "llm_ttft_ms_avg",
                BigDecimal.valueOf(-1),
                "agent_turn_latency_ms_avg",
                new BigDecimal("958.5")));
    assertThat(reported.normalized())
        .containsEntry("source", "web")
        .containsEntry("recordingEnabled", true);
    assertThat(reported.telephony()).isEqualTo(Map.of("trunkNumber", "+15550001111"));
    assertThat(lastReading().query()).isEqualTo("afterEvent=" + encoded(event.id()));
    assertThat(callerOf(lastReading())).isEqualTo(Caller.agent());
  }

  @Test
  void leavesUnsaidGroupsUnknown() {
    callServiceKnowsTheCall();
    metrics("{\"latency\":{\"eou_end_ms_avg\":584}}");

    assertThat(only(CallMetricsEvent.class).event())
        .isEqualTo(
            new CallMetricsReported(
                call, null, null, Map.of("eou_end_ms_avg", BigDecimal.valueOf(584)), null, null));
  }

  @Test
  void takesMetricsOfACallThatNobodyKnowsYet() {
    Answer answer = metrics("{}");

    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.body()).isEqualTo("{\"ok\":true}");
    assertThat(events(CallMetricsEvent.class)).hasSize(1);
  }

  @Test
  void takesMetricsWhileCallServiceIsAway() {
    OWNER.at(callPath(), (exchange, request) -> StandInOwner.breakOff(exchange));

    assertThat(metrics("{}").status()).isEqualTo(202);
    assertThat(events(CallMetricsEvent.class)).hasSize(1);
  }

  @Test
  void answers202WithTheCallThatDoesNotHaveTheEventYet() {
    OWNER.at(
        callPath(),
        (exchange, request) -> {
          exchange.getResponseHeaders().set("X-Pending-Event", "some-event");
          StandInOwner.answer(exchange, 200, CALL);
        });

    Answer answer = metrics("{}");

    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.body()).isEqualTo(CALL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"usage\":{\"llm_prompt_tokens\":-1}}",
        "{\"usage\":{\"llm_prompt_tokens\":\"many\"}}",
        "{\"usage\":{\"llm_model\":\"\"}}",
        "{\"usage\":5}",
      })
  void tellsWhatIsWrongWithMetrics(String body) {
    Answer answer = metrics(body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().at("/error").stringValue()).isEqualTo("Validation failed");
    assertThat(answer.json().at("/details/fieldErrors").propertyNames()).containsExactly("usage");
    assertThat(events(CallMetricsEvent.class)).isEmpty();
  }

  @Test
  void makesOneEventOfARepeatedRequestWithAnIdempotencyKey() {
    for (int i = 0; i < 2; i++) {
      post(callPath() + "/metrics").fromAgent().with("Idempotency-Key", "k1").json("{}").send();
    }

    List<EventId> ids = events(CallMetricsEvent.class).stream().map(Envelope::id).toList();
    assertThat(ids).hasSize(2);
    assertThat(ids.getFirst()).isEqualTo(ids.getLast());
  }

  @Test
  void takesATranscriptAndDropsOnlyWhatHasNoUse() {
    Answer answer =
        transcript("{\"transcript\":[" + UTTERANCE + ",{\"text\":\"\"},5,null," + UTTERANCE + "]}");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"ok\":true}");
    TranscriptReported event = (TranscriptReported) only(CallLifecycleEvent.class).event();
    assertThat(event.reportedBy()).isEqualTo(EndRequester.AGENT);
    assertThat(event.items()).hasSize(2);
  }

  @Test
  void replacesNothingByAnEmptyTranscript() {
    assertThat(transcript("{\"transcript\":[]}").status()).isEqualTo(200);
    assertThat(events(CallLifecycleEvent.class)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"transcript\":5}", "[]", ""})
  void refusesATranscriptThatIsNone(String body) {
    assertThat(transcript(body).status()).isEqualTo(400);
  }

  @Test
  void knowsNoCallWithAnImpossibleId() {
    String path = "/api/internal/calls/" + "x".repeat(300) + "/transcript";

    assertThat(post(path).fromAgent().json("{\"transcript\":[]}").send().status()).isEqualTo(404);
  }

  private Answer metrics(String body) {
    return post(callPath() + "/metrics").fromAgent().json(body).send();
  }

  private Answer transcript(String body) {
    return post("/api/internal/calls/" + call + "/transcript").fromAgent().json(body).send();
  }
}
