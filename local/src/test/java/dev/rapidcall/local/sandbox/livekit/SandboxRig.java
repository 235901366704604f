package dev.rapidcall.local.sandbox.livekit;

import dev.rapidcall.local.sandbox.livekit.time.Timers;
import dev.rapidcall.local.sandbox.livekit.time.Timings;
import io.livekit.server.AgentDispatchServiceClient;
import io.livekit.server.EgressServiceClient;
import io.livekit.server.RoomServiceClient;
import io.livekit.server.WebhookReceiver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import livekit.LivekitWebhook.WebhookEvent;
import retrofit2.Call;
import retrofit2.Response;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A sandbox with the real SDK on one side and doubles of our API on the other. */
final class SandboxRig implements AutoCloseable {

  static final String KEY = "devkey";
  static final String SECRET = "devsecretdevsecretdevsecretdevsecret";

  private final HttpClient http = HttpClient.newHttpClient();
  private final WebhookReceiver receiver = new WebhookReceiver(KEY, SECRET);
  final HttpDouble webhooks = new HttpDouble();
  final HttpDouble api = new HttpDouble();
  final LiveKitSandbox sandbox;

  SandboxRig(Timings timings) {
    sandbox = LiveKitSandbox.start(config(timings, Clock.systemUTC()));
  }

  SandboxRig(Timings timings, Clock clock, Timers timers) {
    sandbox = new LiveKitSandbox(config(timings, clock), timers);
  }

  RoomServiceClient rooms() {
    return RoomServiceClient.createClient(sandbox.url().toString(), KEY, SECRET);
  }

  EgressServiceClient egress() {
    return EgressServiceClient.createClient(sandbox.url().toString(), KEY, SECRET);
  }

  AgentDispatchServiceClient dispatches() {
    return AgentDispatchServiceClient.createClient(sandbox.url().toString(), KEY, SECRET);
  }

  /** The answer of a call that must succeed. */
  static <T> T answer(Call<T> call) {
    Response<T> response = execute(call);
    if (!response.isSuccessful()) {
      throw new AssertionError("answered " + response.code() + ": " + error(response));
    }
    return Objects.requireNonNull(response.body());
  }

  static <T> Response<T> execute(Call<T> call) {
    try {
      return call.execute();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String error(Response<?> response) {
    try {
      return Objects.requireNonNull(response.errorBody()).string();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits for a webhook and verifies it with the SDK. */
  WebhookEvent awaitWebhook(String event, String room) {
    return verified(webhooks.await(request -> isAbout(request, event, room)));
  }

  WebhookEvent verified(Received request) {
    return receiver.receive(request.body(), request.header("authorization"));
  }

  static boolean isAbout(Received request, String event, String room) {
    JsonNode body = request.json();
    return body.path("event").asString("").equals(event)
        && (body.path("room").path("name").asString("").equals(room)
            || body.path("egressInfo").path("roomName").asString("").equals(room));
  }

  List<String> webhookNames() {
    return webhooks.all().stream()
        .map(request -> request.json().path("event").asString(""))
        .toList();
  }

  HttpResponse<String> control(String method, String path, String body) {
    return send(
        HttpRequest.newBuilder(sandbox.url().resolve(path))
            .method(method, BodyPublishers.ofString(body))
            .build());
  }

  JsonNode controlled(String method, String path, String body) {
    HttpResponse<String> response = control(method, path, body);
    if (response.statusCode() >= 300) {
      throw new AssertionError("answered " + response.statusCode() + ": " + response.body());
    }
    return JsonMapper.shared().readTree(response.body());
  }

  HttpResponse<String> twirp(String method, String token, String json) {
    return send(
        HttpRequest.newBuilder(sandbox.url().resolve("/twirp/" + method))
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + token)
            .POST(BodyPublishers.ofString(json))
            .build());
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  @Override
  public void close() {
    sandbox.close();
    webhooks.close();
    api.close();
    http.close();
  }

  private LiveKitSandboxConfig config(Timings timings, Clock clock) {
    URI hook = webhooks.url("/api/livekit/webhook");
    return new LiveKitSandboxConfig(
        0, KEY, SECRET, hook, api.url("/"), "agent-secret", clock, timings);
  }
}
