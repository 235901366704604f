package dev.rapidcall.gateway.voiceagent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.events.CallLifecycleEvent;
import dev.rapidcall.events.CallLifecycleEvent.AgentAnalysis;
import dev.rapidcall.events.CallLifecycleEvent.CallEndRequested;
import dev.rapidcall.events.CallLifecycleEvent.EndRequester;
import dev.rapidcall.events.CallLifecycleEvent.TranscriptReported;
import dev.rapidcall.events.WorkspaceId;
import dev.rapidcall.gateway.testing.Answer;
import dev.rapidcall.gateway.testing.Request;
import dev.rapidcall.gateway.testing.StandInOwner.Seen;
import dev.rapidcall.messaging.Envelope;
import dev.rapidcall.service.identity.Caller;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class EndIT extends OneCallIT {

  @Test
  void endsForTheAgentWithItsTranscriptFirst() {
    callServiceKnowsTheCall();

    Answer answer =
        endByAgent("{\"outcome\":\"agent_hangup\",\"transcript\":[" + UTTERANCE + "]}").send();

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(CALL);
    List<Envelope<CallLifecycleEvent>> events = events(CallLifecycleEvent.class);
    assertThat(events).hasSize(2);
    assertThat(events.getFirst().event()).isInstanceOf(TranscriptReported.class);
    assertThat(events.getLast().event())
        .isEqualTo(new CallEndRequested(call, EndRequester.AGENT, "agent_hangup"));
    assertThat(lastReading().query()).isEqualTo("afterEvent=" + encoded(events.getLast().id()));
  }

  @Test
  @DisplayName("weakness 21: whatever is wrong in the transcript, the call ends")
  void endsForTheAgentWhateverElseIsWrongInTheBody() {
    Answer answer =
        endByAgent("{\"outcome\":5,\"transcript\":\"no list\",\"analysisStatus\":[]}").send();

    assertThat(answer.status()).isEqualTo(202);
    assertThat(only(CallLifecycleEvent.class).event())
        .isEqualTo(new CallEndRequested(call, EndRequester.AGENT, "agent_hangup"));
  }

  @Test
  @DisplayName(
      "weakness 21: a tool's result that is nested without end does not lose the call's end")
  void endsForTheAgentHoweverDeepAToolsResultIs() {
    int deep = 20_000;
    String result = "[".repeat(deep) + "]".repeat(deep);

    Answer answer =
        endByAgent(
                "{\"outcome\":\"agent_hangup\",\"transcript\":[{\"kind\":\"tool_result\","
                    + "\"toolCallId\":\"t1\",\"toolName\":\"x\",\"result\":"
                    + result
                    + "}]}")
            .send();

    assertThat(answer.status()).isEqualTo(202);
    assertThat(events(CallLifecycleEvent.class).getLast().event())
        .isEqualTo(new CallEndRequested(call, EndRequester.AGENT, "agent_hangup"));
  }

  @Test
  void carriesTheAnalysisThatTheAgentMadeAndDropsWhatIsOfNoUseInIt() {
    callServiceKnowsTheCall();

    endByAgent(
            """
            {"outcome":"agent_hangup","analysisStatus":"completed","postCallExtractionResults":[
              {"name":"guests","value":2,"description":"at the table","extra":1},
              {"name":"vip","value":{"no":"scalar"}},{"name":" ","value":1},"nonsense"]}
            """)
        .send();

    CallEndRequested end = (CallEndRequested) only(CallLifecycleEvent.class).event();
    AgentAnalysis analysis = Objects.requireNonNull(end.analysis());
    assertThat(analysis.status()).isEqualTo("completed");
    assertThat(analysis.results())
        .extracting(Map::toString)
        .containsExactly(
            "{name=guests, value=2, description=at the table}", "{name=vip, value=null}");
  }

  @Test
  void demandsABodyForAnEnd() {
    SignedUp person = signUp();
    for (Request request :
        List.of(
            post("/api/internal" + callPath().substring(4) + "/end").fromAgent(),
            post(callPath() + "/end").fromDashboard().bearer(person.token()))) {
      Answer answer = request.send();

      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.json().at("/details/formErrors")).hasSize(1);
    }
  }

  @Test
  void endsForAPersonWhatHeCanSee() {
    callServiceKnowsTheCall();
    SignedUp person = signUp();

    Answer answer = endByUser(person, "{\"outcome\":\"ended\",\"transcript\":[" + UTTERANCE + "]}");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(CALL);
    List<Envelope<CallLifecycleEvent>> events = events(CallLifecycleEvent.class);
    assertThat(events.getFirst().source()).isEqualTo("dashboard");
    assertThat(events.getLast().event())
        .isEqualTo(new CallEndRequested(call, EndRequester.USER, "user_hangup"));
    List<Seen> readings = OWNER.seenAt(callPath());
    assertThat(readings).extracting(Seen::query).startsWith("").hasSize(2);
    assertThat(readings)
        .allSatisfy(
            reading ->
                assertThat(callerOf(reading))
                    .isEqualTo(
                        Caller.user(person.userId(), new WorkspaceId(person.workspaceId()))));
  }

  @Test
  void endsNoCallThatThePersonCannotSee() {
    Answer answer = endByUser(signUp(), "{}");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.body()).isEqualTo("{\"error\":\"Call not found\"}");
    assertThat(events(CallLifecycleEvent.class)).isEmpty();
  }

  @Test
  void endsNothingForAPersonWhileCallServiceIsAway() {
    OWNER.json(callPath(), 500, "{\"error\":\"Internal server error\"}");

    Answer answer = endByUser(signUp(), "{}");

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.header("Retry-After")).isNotEmpty();
    assertThat(events(CallLifecycleEvent.class)).isEmpty();
  }

  @Test
  void endsNothingForWhoIsNotSignedIn() {
    assertThat(post(callPath() + "/end").fromDashboard().json("{}").send().status()).isEqualTo(401);
  }

  @Test
  void endsNothingWithoutTheAgentsSecret() {
    String path = "/api/internal/calls/" + call + "/end";

    assertThat(post(path).json("{}").send().status()).isEqualTo(401);
    assertThat(post(path).with("x-agent-secret", "wrong").json("{}").send().status())
        .isEqualTo(401);
    assertThat(events(CallLifecycleEvent.class)).isEmpty();
  }

  private Request endByAgent(String body) {
    return post("/api/internal/calls/" + call + "/end").fromAgent().json(body);
  }

  private Answer endByUser(SignedUp person, String body) {
    return post(callPath() + "/end").fromDashboard().bearer(person.token()).json(body).send();
  }
}
