package dev.rapidcall.gateway.voiceagent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.events.CallId;
import dev.rapidcall.events.CallLifecycleEvent;
import dev.rapidcall.events.CallLifecycleEvent.CallEndRequested;
import dev.rapidcall.events.CallLifecycleEvent.TranscriptReported;
import dev.rapidcall.events.CallMetricsEvent;
import dev.rapidcall.gateway.testing.Answer;
import dev.rapidcall.gateway.testing.GatewayIT;
import dev.rapidcall.messaging.Envelope;
import dev.rapidcall.testing.recorded.RecordedConversations;
import dev.rapidcall.testing.recorded.RecordedConversations.RecordedRequest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the real agent sent in recorded conversations, sent again as it was. */
class RecordedConversationsIT extends GatewayIT {

  @ParameterizedTest
  @MethodSource("conversations")
  void takesAConversationAsTheAgentSendsIt(String name) {
    CallId call = new CallId("call_" + UUID.randomUUID());
    OWNER.json("/api/calls/" + call, 200, "{\"call\":{}}");
    List<RecordedRequest> requests =
        RecordedConversations.of(name).stream()
            .filter(request -> request.method().equals("POST"))
            .toList();

    for (RecordedRequest request : requests) {
      Answer answer =
          post(request.path().replaceFirst("call_\\w{12}", call.value()))
              .fromAgent()
              .json(request.body())
              .send();
      assertThat(answer.status()).as(request.path()).isEqualTo(200);
    }

    List<Envelope<CallLifecycleEvent>> events = published().of(call, CallLifecycleEvent.class);
    assertThat(published().of(call, CallMetricsEvent.class)).hasSize(count(requests, "/metrics"));
    assertThat(events.stream().filter(event -> event.event() instanceof CallEndRequested))
        .hasSize(count(requests, "/end"));
    assertThat(lastTranscriptOf(events)).isEqualTo(lastTranscriptSent(requests));
  }

  private static int count(List<RecordedRequest> requests, String ending) {
    return (int) requests.stream().filter(request -> request.path().endsWith(ending)).count();
  }

  private static JsonNode lastTranscriptOf(List<Envelope<CallLifecycleEvent>> events) {
    return events.stream()
        .map(Envelope::event)
        .filter(TranscriptReported.class::isInstance)
        .map(TranscriptReported.class::cast)
        .reduce((earlier, later) -> later)
        .map(event -> JsonMapper.shared().<JsonNode>valueToTree(event.items()))
        .orElseThrow();
  }

  private static JsonNode lastTranscriptSent(List<RecordedRequest> requests) {
    return requests.stream()
        .map(request -> JsonMapper.shared().readTree(request.body()).path("transcript"))
        .filter(JsonNode::isArray)
        .reduce((earlier, later) -> later)
        .orElseThrow();
  }

  static List<String> conversations() {
    return RecordedConversations.names();
  }
}
