package dev.rapidcall.local.demo;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** One web call from start to bill, told as it goes. */
public final class Demo {

  private static final int TALK_SECONDS = 4;
  private static final Set<String> SETTLED = Set.of("ready", "failed");
  private static final String RATED = "rapidcall.call.rated.v1";

  private final DemoAccount account;
  private final HttpJson sandbox;
  private final Consumer<String> out;

  public Demo(URI gateway, URI sandbox, String origin, Consumer<String> out) {
    this.account = new DemoAccount(gateway, origin);
    this.sandbox = new HttpJson(sandbox, Map.of());
    this.out = out;
  }

  public void run() {
    account.ensure();
    HttpJson gateway = account.signIn();
    out.accept("Signed in as " + DemoAccount.EMAIL + ".");
    JsonNode call = startCall(gateway, createAgent(gateway));
    play(call.path("roomName").asString());
    String callPath = "/api/calls/" + call.path("callId").asString();
    waitForTheEnd(gateway, callPath);
    waitForTheRecording(gateway, callPath);
    waitForTheRating(gateway, callPath);
    showTimeline(gateway.get(callPath + "/timeline"));
    showRecording(gateway, callPath);
    showBill(gateway.get("/api/billing/usage-summary"));
  }

  private String createAgent(HttpJson gateway) {
    JsonNode agent =
        gateway
            .post(
                "/api/agents",
                Map.of("name", "Demo receptionist", "promptDraft", "You take bookings. Be brief."))
            .path("agent");
    out.accept("Created the agent " + agent.path("id").asString() + ".");
    return agent.path("id").asString();
  }

  private JsonNode startCall(HttpJson gateway, String agentId) {
    JsonNode started = gateway.post("/api/agents/" + agentId + "/start", Map.of());
    out.accept(
        "Started the call %s in the room %s."
            .formatted(started.path("callId").asString(), started.path("roomName").asString()));
    return started;
  }

  private void play(String room) {
    sandbox.post(
        "/sandbox/calls", Map.of("room", room, "talkSeconds", TALK_SECONDS, "endedBy", "caller"));
    out.accept("A caller and an agent talk for " + TALK_SECONDS + " s.");
  }

  private void waitForTheEnd(HttpJson gateway, String callPath) {
    JsonNode ended =
        new Wait("the end of the call", out)
            .until(
                () -> gateway.get(callPath).path("call"),
                call -> call.path("endedAt").isNumber(),
                call -> call.path("outcome").asString());
    out.accept(
        "Ended: %s after %d s."
            .formatted(ended.path("outcome").asString(), ended.path("durationSec").asInt()));
  }

  private void waitForTheRecording(HttpJson gateway, String callPath) {
    new Wait("the recording", out)
        .until(
            () -> gateway.get(callPath).path("call").path("recording"),
            recording -> SETTLED.contains(recording.path("status").asString("")),
            recording -> recording.path("status").asString("not started"));
  }

  private void waitForTheRating(HttpJson gateway, String callPath) {
    new Wait("the rating", out)
        .until(
            () -> gateway.get(callPath + "/timeline").path("events"),
            events -> events.valueStream().anyMatch(Demo::isRating),
            events -> events.size() + " facts so far");
  }

  private static boolean isRating(JsonNode event) {
    return event.path("type").asString().equals(RATED);
  }

  private void showTimeline(JsonNode answer) {
    out.accept("");
    out.accept("Timeline");
    for (JsonNode entry : answer.path("events")) {
      out.accept("  " + TimelineLine.of(entry));
    }
  }

  private void showRecording(HttpJson gateway, String callPath) {
    HttpResponse<byte[]> part = gateway.getRange(callPath + "/recording", "bytes=0-0");
    String range = part.headers().firstValue("Content-Range").orElse("bytes 0-0/unknown");
    out.accept("");
    out.accept(
        "Recording: %s bytes, %s"
            .formatted(
                range.substring(range.indexOf('/') + 1),
                part.headers().firstValue("Content-Type").orElse("unknown")));
  }

  private void showBill(JsonNode summary) {
    out.accept("");
    out.accept("Bill of this period: $" + summary.path("totalUsd").asString());
    for (JsonNode line : summary.path("lines")) {
      out.accept(
          "  %-40s %10s %-10s %8s cents"
              .formatted(
                  line.path("description").asString(),
                  line.path("quantity").asString(),
                  line.path("unit").asString(),
                  line.path("amountCents").asString()));
    }
  }
}
