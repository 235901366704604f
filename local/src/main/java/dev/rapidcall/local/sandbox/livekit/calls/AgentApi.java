package dev.rapidcall.local.sandbox.livekit.calls;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the voice agent of one call tells the API, one thing after the other, nothing twice.
 * Whatever goes wrong is noted and otherwise ignored.
 */
final class AgentApi {

  private static final Duration TRANSCRIPT_TIMEOUT = Duration.ofSeconds(5);
  private static final Duration METRICS_TIMEOUT = Duration.ofSeconds(10);
  private static final Duration END_TIMEOUT = Duration.ofSeconds(15);

  private final AgentAccess access;
  private final HttpClient http;
  private final String callId;
  private final Steps steps;
  private CompletableFuture<Void> last = CompletableFuture.completedFuture(null);

  AgentApi(AgentAccess access, HttpClient http, String callId, Steps steps) {
    this.access = access;
    this.http = http;
    this.callId = callId;
    this.steps = steps;
  }

  void transcript(List<Map<String, Object>> items) {
    Map<String, Object> body = Map.of("transcript", items);
    post("/api/internal/calls/" + callId + "/transcript", body, TRANSCRIPT_TIMEOUT);
  }

  void metrics(Map<String, Object> metrics) {
    post("/api/calls/" + callId + "/metrics", metrics, METRICS_TIMEOUT);
  }

  /** Completes when the API has answered or will not. */
  CompletableFuture<Void> end(List<Map<String, Object>> items) {
    Map<String, Object> body = Map.of("outcome", "agent_hangup", "transcript", items);
    post("/api/internal/calls/" + callId + "/end", body, END_TIMEOUT);
    return last;
  }

  /** Completes when everything has been told. */
  CompletableFuture<Void> allTold() {
    return last;
  }

  private void post(String path, Map<String, Object> body, Duration timeout) {
    HttpRequest request =
        HttpRequest.newBuilder(access.api().resolve(path))
            .timeout(timeout)
            .header("Content-Type", "application/json")
            .header("User-Agent", "rapidcall-sandbox-agent/1")
            .header("x-agent-secret", access.secret())
            .POST(BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body)))
            .build();
    last =
        last.thenCompose(
            before ->
                http.sendAsync(request, BodyHandlers.discarding())
                    .handle((answer, failure) -> note(path, answer, failure)));
  }

  private @Nullable Void note(
      String path, @Nullable HttpResponse<Void> answer, @Nullable Throwable failure) {
    String result = answer == null ? String.valueOf(failure) : String.valueOf(answer.statusCode());
    steps.add("agent: POST " + path + " -> " + result);
    return null;
  }
}
