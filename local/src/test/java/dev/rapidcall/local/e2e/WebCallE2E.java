package dev.rapidcall.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rapidcall.local.e2e.Client.Answer;
import dev.rapidcall.local.e2e.Workspace.StartedCall;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** A web call, from start to bill. */
class WebCallE2E {
  private static final int TALK_SECONDS = 3;
  private static final long TOKENS = 5000;

  @AfterEach
  void mend() {
    Sandbox.noFaults();
  }

  @Test
  void aCallThatTheAgentEndsIsRecordedReportedRatedAndCanBeHeard() {
    Workspace us = Workspace.registered();
    StartedCall started = us.start();

    String played =
        Sandbox.play(started, Map.of("endedBy", "agent", "talkSeconds", 2, "goodbyeSeconds", 1));
    Sandbox.awaitFinished(played);
    JsonNode call = us.awaitRecording(started, "ready");

    assertThat(call.path("outcome").asString()).isEqualTo("agent_hangup");
    assertThat(call.path("durationSec").asLong()).isBetween(2L, 4L);
    assertThat(call.path("metrics").path("tokensTotal").asLong()).isEqualTo(TOKENS);
    assertThat(call.path("transcript").toString()).contains("end_call");
    assertBillFollowsTheFormula(us, started);
    assertRecordingCanBeHeard(us, started, call);
    assertTimelineIsComplete(us, started);
    assertNobodyElseSeesIt(started);
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        Arguments.of("none", Map.of()),
        Arguments.of("lost", Map.of("webhooks", Map.of("lose", true))),
        Arguments.of("repeated", Map.of("webhooks", Map.of("repeat", 5))),
        Arguments.of("shuffled", Map.of("seed", 3, "webhooks", Map.of("shuffle", 2500))),
        Arguments.of(
            "repeated and shuffled",
            Map.of("seed", 4, "webhooks", Map.of("repeat", 5, "shuffle", 2500))));
  }

  @ParameterizedTest(name = "webhooks: {0}")
  @MethodSource("faults")
  void whateverHappensToTheWebhooksCallRecordingAndBillAreTheSame(
      String name, Map<String, Object> faults) {
    Workspace us = Workspace.registered();
    Sandbox.faults(faults);
    StartedCall started = us.start();
    String played = Sandbox.play(started, Map.of("endedBy", "caller", "talkSeconds", 6));
    Instant joined = Sandbox.awaitStep(played, "caller: joined");
    await().until(() -> !Instant.now().isBefore(joined.plusSeconds(TALK_SECONDS)));
    assertThat(
            us.dashboard
                .post("/api/calls/" + started.id() + "/end", Map.of("outcome", "ended"))
                .status())
        .isBetween(200, 202);

    us.awaitRecording(started, "ready");
    JsonNode call = us.awaitCall(started, it -> it.path("durationSec").asLong() == TALK_SECONDS);

    assertThat(call.path("outcome").asString()).isEqualTo("user_hangup");
    assertThat(call.path("recording").path("sizeBytes").asLong()).isPositive();
    assertBillFollowsTheFormula(us, started);
    assertThat(us.timelineTypes(started))
        .containsOnlyOnce("rapidcall.call.ended.v1")
        .containsOnlyOnce("rapidcall.recording.ready.v1");
  }

  @Test
  void aCallerWhoHangsUpEndsTheCallAtOnceAndFreesTheAgent() {
    Workspace us = Workspace.registered();
    StartedCall started = us.start();

    String played = Sandbox.play(started, Map.of("endedBy", "caller", "talkSeconds", 2));
    JsonNode call = us.awaitCall(started, it -> !it.path("endedAt").isNull());
    Sandbox.awaitFinished(played);

    assertThat(call.path("outcome").asString()).isEqualTo("user_hangup");
    assertThat(call.path("durationSec").asLong()).isBetween(1L, 3L);
    assertThat(us.call(started).path("transcript").size()).isPositive();
  }

  @Test
  void aCallerWhoDropsAndComesBackGoesOnWithTheSameCall() {
    Workspace us = Workspace.registered();
    StartedCall started = us.start();

    Sandbox.play(
        started,
        Map.of(
            "endedBy",
            "caller",
            "talkSeconds",
            4,
            "callerDropsAndReturns",
            Map.of("afterSeconds", 1, "forSeconds", 0.4)));
    JsonNode call = us.awaitCall(started, it -> !it.path("endedAt").isNull());

    assertThat(call.path("durationSec").asLong())
        .as(us.dashboard.get("/api/calls/" + started.id() + "/timeline").text())
        .isBetween(3L, 5L);
    assertThat(us.timelineTypes(started)).containsOnlyOnce("rapidcall.call.ended.v1");
  }

  @Test
  void aCallerWhoNeverCameHasNothingToPay() {
    Workspace us = Workspace.registered();
    StartedCall started = us.start();

    Sandbox.play(started, Map.of("endedBy", "nobody", "agent", "never"));
    assertThat(
            us.dashboard
                .post("/api/calls/" + started.id() + "/end", Map.of("outcome", "ended"))
                .status())
        .isBetween(200, 202);
    JsonNode call = us.awaitRecording(started, "failed");

    assertThat(call.path("outcome").asString()).isEqualTo("caller_no_show");
    assertThat(call.path("durationSec").asLong()).isZero();
    assertThat(call.path("recording").path("reason").asString()).isNotBlank();
    assertThat(us.dashboard.get("/api/billing/usage-summary").json().path("totalCents").asLong())
        .isZero();
  }

  @Test
  void whenLiveKitDoesNotOpenTheRoomThePersonIsToldAndNoCallRemains() {
    Workspace us = Workspace.registered();
    Sandbox.faults(Map.of("api", Map.of("status", 503, "methods", List.of("CreateRoom"))));

    Answer refused = us.dashboard.post("/api/agents/" + us.agentId + "/start", Map.of());

    assertThat(refused.status()).isEqualTo(502);
    assertThat(refused.json().path("error").asString()).isNotBlank();
    assertThat(us.dashboard.get("/api/calls").json().path("calls").size()).isZero();
  }

  /** A late fact may still correct the call, and then its bill. */
  private static void assertBillFollowsTheFormula(Workspace us, StartedCall started) {
    us.awaitBill(started);
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> {
              BigDecimal expected = price(us.call(started).path("durationSec").asLong());
              JsonNode bill = us.dashboard.get("/api/billing/calls/" + started.id()).json();
              JsonNode month = us.dashboard.get("/api/billing/usage-summary").json();
              assertThat(bill.path("amountUsd").decimalValue()).isEqualByComparingTo(expected);
              assertThat(month.path("totalUsd").decimalValue()).isEqualByComparingTo(expected);
              assertThat(month.path("ok").asBoolean()).isTrue();
              assertThat(month.path("lines").values())
                  .extracting(line -> line.path("key").asString())
                  .contains("voice_base_minutes", "llm_token_overage_1k");
            });
  }

  /** The pay-as-you-go formula with its usual prices. */
  private static BigDecimal price(long seconds) {
    BigDecimal minutes =
        BigDecimal.valueOf(seconds).divide(BigDecimal.valueOf(60), 6, RoundingMode.HALF_UP);
    BigDecimal overage =
        BigDecimal.valueOf(TOKENS)
            .subtract(BigDecimal.valueOf(2000).multiply(minutes))
            .divide(BigDecimal.valueOf(1000), 6, RoundingMode.HALF_UP);
    return new BigDecimal("0.10")
        .multiply(minutes)
        .add(new BigDecimal("0.002").multiply(overage))
        .setScale(6, RoundingMode.HALF_UP);
  }

  private static void assertRecordingCanBeHeard(Workspace us, StartedCall started, JsonNode call) {
    String path = "/api/calls/" + started.id() + "/recording";
    int size = call.path("recording").path("sizeBytes").asInt();
    Answer whole = us.dashboard.get(path);
    assertThat(whole.status()).isEqualTo(200);
    assertThat(whole.header("Content-Type")).isEqualTo("audio/mpeg");
    assertThat(whole.header("Accept-Ranges")).isEqualTo("bytes");
    assertThat(whole.bytes()).hasSize(size);
    Answer part = us.dashboard.with("Range", "bytes=100-299").get(path);
    assertThat(part.status()).isEqualTo(206);
    assertThat(part.header("Content-Range")).isEqualTo("bytes 100-299/" + size);
    assertThat(part.bytes()).hasSize(200);
    Answer beyond = us.dashboard.with("Range", "bytes=" + size + "-").get(path);
    assertThat(beyond.status()).isEqualTo(416);

    Answer link = us.dashboard.get(path + "-url");
    assertThat(link.status()).isEqualTo(200);
    assertThat(link.json().path("expiresInSeconds").asInt()).isEqualTo(1800);
    String url = link.json().path("url").asString();
    String query = url.substring(url.indexOf("/api/"));
    Answer played = Client.of(Platform.gateway()).with("Range", "bytes=0-99").get(query);
    assertThat(played.status()).isEqualTo(206);
    assertThat(played.header("Cache-Control")).isEqualTo("private, max-age=0, no-store");
  }

  private static void assertTimelineIsComplete(Workspace us, StartedCall started) {
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(us.timelineTypes(started))
                    .contains(
                        "rapidcall.call.started.v1",
                        "rapidcall.room.started.v1",
                        "rapidcall.participant.joined.v1",
                        "rapidcall.call.answered.v1",
                        "rapidcall.recording.requested.v1",
                        "rapidcall.recording.started.v1",
                        "rapidcall.egress.reported.v1",
                        "rapidcall.call-metrics.reported.v1",
                        "rapidcall.transcript.reported.v1",
                        "rapidcall.call.end-requested.v1",
                        "rapidcall.participant.left.v1",
                        "rapidcall.room.finished.v1",
                        "rapidcall.call.ended.v1",
                        "rapidcall.recording.ready.v1",
                        "rapidcall.call.rated.v1"));
  }

  private static void assertNobodyElseSeesIt(StartedCall started) {
    Workspace they = Workspace.registered();
    for (String path : List.of("", "/timeline", "/recording", "/recording-url")) {
      assertThat(they.dashboard.get("/api/calls/" + started.id() + path).status())
          .as(path)
          .isEqualTo(404);
    }
    assertThat(they.dashboard.get("/api/billing/calls/" + started.id()).status()).isEqualTo(404);
    assertThat(
            they.dashboard
                .post("/api/calls/" + started.id() + "/end", Map.of("outcome", "ended"))
                .status())
        .isEqualTo(404);
  }
}
