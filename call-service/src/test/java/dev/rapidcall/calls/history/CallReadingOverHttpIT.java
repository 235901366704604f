package dev.rapidcall.calls.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.calls.testing.Api;
import dev.rapidcall.calls.testing.CallServiceOverHttp;
import dev.rapidcall.calls.testing.SomeCall;
import dev.rapidcall.service.identity.InternalTokens;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@CallServiceOverHttp
class CallReadingOverHttpIT {
  @LocalServerPort int port;
  @Autowired InternalTokens tokens;
  @Autowired JdbcClient jdbc;

  private final String workspace = "reading-" + UUID.randomUUID();
  private Api us;
  private Api nobody;

  @BeforeEach
  void begin() {
    nobody = Api.anonymous(port, tokens);
    us = nobody.as(workspace);
  }

  @Test
  void aCallWithoutAnythingYetHasEveryFieldOfTheContract() {
    String id = SomeCall.of(workspace).running().keep(jdbc);

    JsonNode call = us.get("/api/calls/" + id).body().path("call");

    assertThat(call.propertyNames())
        .contains(
            "id",
            "workspaceId",
            "agentId",
            "agentName",
            "to",
            "roomName",
            "startedAt",
            "endedAt",
            "durationSec",
            "outcome",
            "costUsd",
            "transcript",
            "recording",
            "metrics",
            "prompt",
            "analysisStatus",
            "postCallExtractionResults",
            "createdAt",
            "updatedAt");
    assertThat(call.path("transcript").isArray()).isTrue();
    assertThat(call.path("prompt").isNull()).isTrue();
    assertThat(call.path("metrics").path("abTest").isNull()).isTrue();
    assertThat(call.path("durationSec").asLong()).isZero();
  }

  @Test
  void anExportIsTheCallWithoutWhatIsOursAlone() {
    String id = SomeCall.of(workspace).talked(59_500).keep(jdbc);

    JsonNode export = us.get("/api/calls/" + id + "/export").body();

    assertThat(export.propertyNames()).containsExactly("call");
    assertThat(export.path("call").propertyNames())
        .containsExactly(
            "id",
            "agentId",
            "agentName",
            "roomName",
            "to",
            "startedAt",
            "endedAt",
            "durationSec",
            "outcome",
            "metrics",
            "transcript");
    assertThat(export.path("call").path("durationSec").asLong()).isEqualTo(60);
  }

  @Test
  void whatIsNotTheirsIsNotThere() {
    String id = SomeCall.of(workspace).keep(jdbc);
    Api them = nobody.as("others");

    for (String path : new String[] {"", "/export", "/timeline"}) {
      assertThat(us.get("/api/calls/" + id + path).status()).isEqualTo(200);
      assertThat(them.get("/api/calls/" + id + path).status()).isEqualTo(404);
      assertThat(us.get("/api/calls/nobody" + path).status()).isEqualTo(404);
      assertThat(us.get("/api/calls/%20" + path).status()).isEqualTo(404);
      assertThat(us.get("/api/calls/" + "x".repeat(300) + path).status()).isEqualTo(404);
      assertThat(nobody.get("/api/calls/" + id + path).status()).isEqualTo(401);
    }
    assertThat(nobody.asAgent().get("/api/calls/" + id).status()).isEqualTo(200);
  }

  @DisplayName("weakness 9: only an imported duration is doubted, a measured talk never")
  @ParameterizedTest(name = "imported {2}: {0} ms of {1} s are {3} s")
  @CsvSource({
    "60000, 60, false, 60",
    "59500, 60, false, 60",
    "59499, 60, false, 59",
    "1000, 120, false, 1",
    "0, 120, false, 0",
    ", , false, 0",
    "60000, 60, true, 60",
    "12000000000, 12, true, 12",
    "12000000000, 30000, true, 30000",
    "25000000, 21600, true, 21600",
    "25000000, 21601, true, 25000",
    "600000, 60, true, 60",
    "599000, 60, true, 599",
    "6000, 60, true, 60",
    "7000, 60, true, 7",
    "0, 60, true, 60",
    ", 60, true, 60",
    ", , true, 0",
    "5000, , true, 5",
    "5000, 0, true, 5",
    "5000, -60, true, 5",
    ", -60, true, 0"
  })
  void secondsOfACall(
      @Nullable Long talkMillis, @Nullable Long seconds, boolean imported, long expected) {
    long shown =
        jdbc.sql(
                """
                select call_seconds(:talk::bigint, 'epoch'::timestamptz,
                                    'epoch'::timestamptz + :seconds::bigint * interval '1 second',
                                    :imported)
                """)
            .param("talk", talkMillis)
            .param("seconds", seconds)
            .param("imported", imported)
            .query(Long.class)
            .single();

    assertThat(shown).isEqualTo(expected);
  }

  @DisplayName("weakness 9: an imported call with a garbled duration shows its real one everywhere")
  @Test
  void anImportedCallShowsItsRealDuration() {
    String id = SomeCall.of(workspace).talked(60_000_000_000L).imported().keep(jdbc);

    assertThat(us.get("/api/calls/" + id).body().path("call").path("durationSec").asLong())
        .isEqualTo(60);
    assertThat(us.get("/api/calls/" + id + "/export").body().path("call").path("durationSec"))
        .hasToString("60");
    assertThat(us.get("/api/calls").body().path("calls").get(0).path("durationSec").asLong())
        .isEqualTo(60);
    assertThat(us.get("/api/analytics?from=0").body().path("totals").path("avgDurationSec"))
        .hasToString("60");
  }
}
