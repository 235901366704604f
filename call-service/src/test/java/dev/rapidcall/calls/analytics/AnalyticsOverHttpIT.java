package dev.rapidcall.calls.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.calls.metrics.NoteMetrics;
import dev.rapidcall.calls.testing.Api;
import dev.rapidcall.calls.testing.Api.Answer;
import dev.rapidcall.calls.testing.CallServiceOverHttp;
import dev.rapidcall.calls.testing.ManyCalls;
import dev.rapidcall.calls.testing.SomeCall;
import dev.rapidcall.calls.testing.SomeReport;
import dev.rapidcall.service.identity.InternalTokens;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@CallServiceOverHttp
class AnalyticsOverHttpIT {
  private static final Instant EVENING = Instant.parse("2026-11-20T23:59:00Z");
  private static final String RANGE =
      "?from=" + EVENING.toEpochMilli() + "&to=" + EVENING.plusSeconds(3600).toEpochMilli();

  @LocalServerPort int port;
  @Autowired InternalTokens tokens;
  @Autowired JdbcClient jdbc;
  @Autowired NoteMetrics noteMetrics;

  private final String workspace = "sums-" + UUID.randomUUID();
  private Api us;
  private Api nobody;
  private String agent = "";

  @BeforeEach
  void begin() {
    nobody = Api.anonymous(port, tokens);
    us = nobody.as(workspace);
    agent = us.post("/api/agents", "{\"name\":\"A\"}").body().path("agent").path("id").asString();
  }

  @Test
  void callsAreSummedUpByTheirTalkOnDaysInUtc() {
    String first = SomeCall.of(workspace).at(EVENING, 100).with(agent).recorded().keep(jdbc);
    String second = SomeCall.of(workspace).at(EVENING.plusSeconds(61), 50).keep(jdbc);
    String running = SomeCall.of(workspace).at(EVENING.plusSeconds(62), 1).running().keep(jdbc);
    SomeCall.of(workspace).at(EVENING.minusMillis(1), 999).keep(jdbc);
    SomeCall.of(workspace).at(EVENING.plusSeconds(3601), 999).keep(jdbc);
    SomeCall.of("others").at(EVENING, 999).keep(jdbc);
    noteMetrics.note(SomeReport.of(first).tokens(100, 20).latency("800").fact());
    noteMetrics.note(SomeReport.of(second).latency("-1").fact());
    noteMetrics.note(SomeReport.of(running).tokens(5, 5).latency("5000").fact());

    JsonNode analytics = us.get("/api/analytics" + RANGE).body();

    assertThat(analytics.path("range").toString())
        .isEqualTo(
            "{\"from\":%d,\"to\":%d,\"tz\":\"UTC\"}"
                .formatted(EVENING.toEpochMilli(), EVENING.plusSeconds(3600).toEpochMilli()));
    assertThat(analytics.path("totals").toString())
        .isEqualTo(
            "{\"callCount\":3,\"completedCallCount\":2,\"avgDurationSec\":75,\"avgLatencyMs\":800,"
                + "\"totalTokens\":130}");
    assertThat(analytics.path("series").toString())
        .isEqualTo(
            "[{\"day\":\"2026-11-20\",\"calls\":1,\"minutes\":2},"
                + "{\"day\":\"2026-11-21\",\"calls\":2,\"minutes\":1}]");
  }

  @Test
  void whatNobodyToldIsUnknownAndNotZero() {
    SomeCall.of(workspace).at(EVENING, 1).with(agent).running().keep(jdbc);

    String unknown =
        "{\"callCount\":1,\"completedCallCount\":0,\"avgDurationSec\":null,\"avgLatencyMs\":null,"
            + "\"totalTokens\":null}";
    assertThat(us.get("/api/analytics" + RANGE).body().path("totals").toString())
        .isEqualTo(unknown);
    JsonNode ofAgent = us.get("/api/agents/" + agent + "/analytics").body();
    assertThat(ofAgent.path("totals").toString()).isEqualTo(unknown);
    assertThat(ofAgent.path("latest").isNull()).isTrue();
    assertThat(us.get("/api/agents/" + agent + "/usage-summary").body().path("totals").toString())
        .isEqualTo(
            "{\"durationSec\":0,\"minutes\":0.0,\"llmPromptTokens\":0,"
                + "\"llmPromptCachedTokens\":0,\"llmCompletionTokens\":0,"
                + "\"sttAudioSeconds\":0,\"ttsCharacters\":0}");
  }

  @DisplayName("weakness 9: the length of a recording is nobody's talk")
  @Test
  void anAgentsCallsAreSummedUpOverAllTime() {
    SomeCall.of(workspace).at(EVENING, 10).with(agent).keep(jdbc);
    String latest = SomeCall.of(workspace).at(Instant.EPOCH, 21).with(agent).recorded().keep(jdbc);
    jdbc.sql(
            """
            update calls set ended_at = :end, recording = '{"durationSec": 12000000}' where id = :id
            """)
        .param("end", Timestamp.from(EVENING.plusSeconds(100)))
        .param("id", latest)
        .update();
    SomeCall.of(workspace).at(EVENING, 999).with("somebody00").keep(jdbc);
    SomeCall.of("others").at(EVENING, 999).with(agent).keep(jdbc);
    noteMetrics.note(SomeReport.of(latest).tokens(7, 3).latency("650.4").fact());

    JsonNode analytics = us.get("/api/agents/" + agent + "/analytics").body();

    assertThat(analytics.path("agentId").asString()).isEqualTo(agent);
    assertThat(analytics.path("totals").toString())
        .isEqualTo(
            "{\"callCount\":2,\"completedCallCount\":2,\"avgDurationSec\":16,\"avgLatencyMs\":650,"
                + "\"totalTokens\":10}");
    assertThat(analytics.path("latest").toString())
        .isEqualTo(
            "{\"callId\":\"%s\",\"endedAt\":%d,\"durationSec\":21,\"tokensTotal\":10,\"latencyMs\":650}"
                .formatted(latest, EVENING.plusSeconds(100).toEpochMilli()));
  }

  @Test
  void usageIsSummedUpOverTheCallsThatEnded() {
    String one = SomeCall.of(workspace).at(EVENING, 90).with(agent).keep(jdbc);
    String two = SomeCall.of(workspace).at(EVENING.plusSeconds(1), 0).with(agent).keep(jdbc);
    String open =
        SomeCall.of(workspace).at(EVENING.plusSeconds(2), 9).with(agent).running().keep(jdbc);
    noteMetrics.note(SomeReport.of(one).tokens(100, 20).speech("12.5", 300).fact());
    noteMetrics.note(SomeReport.of(two).tokens(1, 2).fact());
    noteMetrics.note(SomeReport.of(open).tokens(1000, 1000).fact());

    JsonNode usage = us.get("/api/agents/" + agent + "/usage-summary" + RANGE).body();

    assertThat(usage.propertyNames()).containsExactly("agentId", "range", "totals");
    assertThat(usage.path("totals").toString())
        .isEqualTo(
            "{\"durationSec\":90,\"minutes\":1.5,\"llmPromptTokens\":101,"
                + "\"llmPromptCachedTokens\":0,\"llmCompletionTokens\":22,"
                + "\"sttAudioSeconds\":12.5,\"ttsCharacters\":300}");
  }

  @DisplayName("weakness 14: a fractional or senseless bound is ignored")
  @ParameterizedTest
  @ValueSource(strings = {"?from=1.5&to=2.5", "?from=x&to=", "?from=1e3", "?to=-5", "?from=%00"})
  void senselessBoundsAreIgnored(String query) {
    SomeCall.of(workspace).at(Instant.EPOCH, 1).with(agent).keep(jdbc);
    Answer analytics = us.get("/api/analytics" + query);
    Answer usage = us.get("/api/agents/" + agent + "/usage-summary" + query);

    assertThat(analytics.status()).isEqualTo(200);
    assertThat(analytics.body().path("totals").path("callCount").asInt()).isZero();
    JsonNode range = analytics.body().path("range");
    assertThat(range.path("to").asLong() - range.path("from").asLong())
        .isEqualTo(Duration.ofDays(7).toMillis());
    assertThat(usage.status()).isEqualTo(200);
    assertThat(usage.body().path("range").path("from").asLong() % Duration.ofDays(1).toMillis())
        .isZero();
  }

  @Test
  void onlyTheWorkspaceSeesItsSums() {
    for (String path : new String[] {"/analytics", "/usage-summary"}) {
      assertThat(nobody.as("others").get("/api/agents/" + agent + path).status()).isEqualTo(404);
      assertThat(us.get("/api/agents/nobody" + path).status()).isEqualTo(404);
      assertThat(nobody.get("/api/agents/" + agent + path).status()).isEqualTo(401);
      assertThat(nobody.asAgent().get("/api/agents/" + agent + path).status()).isEqualTo(403);
    }
    assertThat(nobody.get("/api/analytics").status()).isEqualTo(401);
    assertThat(nobody.asAgent().get("/api/analytics").status()).isEqualTo(403);
  }

  @DisplayName("weakness 3: sums over thousands of calls are made by indexes")
  @ParameterizedTest
  @ValueSource(strings = {"totals", "days", "agent", "latest", "usage"})
  void sumsAreMadeByIndexes(String which) {
    ManyCalls.keep(jdbc);
    String sql =
        switch (which) {
          case "totals" -> CallSums.TOTALS_OF_WORKSPACE;
          case "days" -> CallSums.DAYS;
          case "agent" -> CallSums.TOTALS_OF_AGENT;
          case "latest" -> CallSums.LATEST_OF_AGENT;
          default -> CallSums.USAGE_OF_AGENT;
        };

    String plan =
        String.join(
            "\n",
            jdbc.sql("explain " + sql)
                .param("workspace", ManyCalls.WORKSPACE)
                .param("agent", ManyCalls.AGENT)
                .param("from", Timestamp.from(ManyCalls.MIDDLE))
                .param("to", Timestamp.from(ManyCalls.MIDDLE.plus(Duration.ofDays(1))))
                .query(String.class)
                .list());

    assertThat(plan).contains("calls_of_").doesNotContain("Seq Scan on calls");
  }
}
