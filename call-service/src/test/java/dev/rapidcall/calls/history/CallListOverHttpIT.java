package dev.rapidcall.calls.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.calls.testing.Api;
import dev.rapidcall.calls.testing.Api.Answer;
import dev.rapidcall.calls.testing.CallServiceOverHttp;
import dev.rapidcall.calls.testing.SomeCall;
import dev.rapidcall.service.identity.InternalTokens;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@CallServiceOverHttp
class CallListOverHttpIT {
  private static final Instant START = SomeCall.START;

  @LocalServerPort int port;
  @Autowired InternalTokens tokens;
  @Autowired JdbcClient jdbc;

  private final String workspace = "lists-" + UUID.randomUUID();
  private Api us;
  private Api nobody;

  @BeforeEach
  void begin() {
    nobody = Api.anonymous(port, tokens);
    us = nobody.as(workspace);
  }

  @Test
  void allCallsAreListedInTheContractsShapeTheNewestFirst() {
    String first = SomeCall.of(workspace).at(START, 12).recorded().keep(jdbc);
    String third = SomeCall.of(workspace).at(START.plusSeconds(2), 5).keep(jdbc);
    String second = SomeCall.of(workspace).at(START.plusSeconds(1), 5).running().keep(jdbc);
    SomeCall.of("others").keep(jdbc);

    Answer list = us.get("/api/calls");

    assertThat(list.body().propertyNames()).containsExactly("calls");
    assertThat(ids(list)).containsExactly(third, second, first);
    JsonNode shown = list.body().path("calls").get(2);
    assertThat(shown.propertyNames())
        .containsExactly(
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
            "recordingUrl",
            "createdAt",
            "updatedAt");
    assertThat(shown.path("startedAt").asLong()).isEqualTo(START.toEpochMilli());
    assertThat(shown.path("durationSec").asLong()).isEqualTo(12);
    assertThat(shown.path("recordingUrl").asString())
        .isEqualTo("/api/calls/" + first + "/recording");
    JsonNode running = list.body().path("calls").get(1);
    assertThat(running.path("endedAt").isNull()).isTrue();
    assertThat(running.path("durationSec").asLong()).isZero();
    assertThat(running.path("outcome").asString()).isEqualTo("in_progress");
    assertThat(running.path("recordingUrl").isNull()).isTrue();
  }

  @DisplayName("weaknesses 12 and 18: listing an old open call writes nothing")
  @Test
  void readingWritesNothing() {
    String old = SomeCall.of(workspace).at(Instant.EPOCH, 1).running().keep(jdbc);
    String before = row(old);

    us.get("/api/calls");
    us.get("/api/calls?limit=10");
    us.get("/api/calls/" + old);
    us.get("/api/calls/" + old + "/export");

    assertThat(row(old)).isEqualTo(before);
  }

  @Test
  void eachFilterLeavesWhatItNames() {
    String web = SomeCall.of(workspace).at(START, 5).with("agent00001").recorded().keep(jdbc);
    String phone =
        SomeCall.of(workspace)
            .at(START.plusSeconds(10), 5)
            .from("+15550100")
            .outcome("transferred")
            .keep(jdbc);
    us.post("/api/calls/" + phone + "/labels", "{\"label\":\"a b\"}");

    assertThat(found("agentId=agent00001")).containsExactly(web);
    assertThat(found("outcome=transferred")).containsExactly(phone);
    assertThat(found("channel=web")).containsExactly(web);
    assertThat(found("channel=inbound")).containsExactly(phone);
    assertThat(found("channel=outbound")).isEmpty();
    assertThat(found("label=a%20b")).containsExactly(phone);
    assertThat(found("label=a")).isEmpty();
    assertThat(found("hasRecording=true")).containsExactly(web);
    assertThat(found("hasRecording=false")).containsExactly(phone);
    assertThat(found("q=%2B1555")).containsExactly(phone);
    assertThat(found("q=WEBT")).containsExactly(web);
    assertThat(found("q=" + web.substring(5))).containsExactly(web);
    assertThat(found("q=%25")).isEmpty();
    assertThat(found("from=" + START.plusSeconds(10).toEpochMilli())).containsExactly(phone);
    assertThat(found("to=" + START.toEpochMilli())).containsExactly(web);
    assertThat(found("agentId=&q=&cursor=")).containsExactly(phone, web);
    assertThat(found("agentId=agent00001&channel=inbound")).isEmpty();
    assertThat(found("unknown=1")).containsExactly(phone, web);
  }

  @Test
  void pagesTogetherAreTheWholeListAlthoughNewCallsCome() {
    for (int i = 0; i < 23; i++) {
      SomeCall.of(workspace).at(START.plusSeconds(i / 4), 1).keep(jdbc);
    }
    List<String> whole = ids(us.get("/api/calls"));
    List<String> paged = new ArrayList<>();
    String cursor = "";
    int pages = 0;
    do {
      Answer page = us.get("/api/calls?limit=5" + cursor);
      assertThat(page.body().propertyNames()).containsExactly("calls", "nextCursor");
      paged.addAll(ids(page));
      cursor =
          page.body().path("nextCursor").isNull()
              ? ""
              : "&cursor=" + page.body().path("nextCursor").asString();
      pages++;
      SomeCall.of(workspace).at(START.plusSeconds(1000 + pages), 1).keep(jdbc);
    } while (!cursor.isEmpty());

    assertThat(whole).hasSize(23).doesNotHaveDuplicates();
    assertThat(paged).isEqualTo(whole);
    assertThat(pages).isEqualTo(5);
  }

  @Test
  void aPageThatHoldsExactlyAllIsTheLast() {
    SomeCall.of(workspace).keep(jdbc);
    SomeCall.of(workspace).keep(jdbc);

    assertThat(us.get("/api/calls?limit=2").body().path("nextCursor").isNull()).isTrue();
    assertThat(us.get("/api/calls?limit=1").body().path("nextCursor").isString()).isTrue();
  }

  @Test
  void aCursorOfSomebodyElseShowsNothingOfHis() {
    SomeCall.of(workspace).at(START.plusSeconds(9), 1).keep(jdbc);
    SomeCall.of(workspace).at(START.plusSeconds(8), 1).keep(jdbc);
    String cursor = us.get("/api/calls?limit=1").body().path("nextCursor").asString();
    String others = "others-" + UUID.randomUUID();
    String theirs = SomeCall.of(others).at(START, 1).keep(jdbc);

    assertThat(ids(nobody.as(others).get("/api/calls?cursor=" + cursor))).containsExactly(theirs);
  }

  @Test
  void badParametersAreToldAllAtOnce() {
    Answer refused = us.get("/api/calls?limit=0&from=x&to=1.5&channel=fax&hasRecording=2&cursor=x");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body().path("error").asString()).isEqualTo("Validation failed");
    assertThat(refused.body().path("details").path("fieldErrors").propertyNames())
        .containsExactlyInAnyOrder("limit", "from", "to", "channel", "hasRecording", "cursor");
    assertThat(us.get("/api/calls?q=%00").status()).isEqualTo(400);
  }

  @Test
  void onlyPeopleOfAWorkspaceSeeAList() {
    assertThat(nobody.get("/api/calls").status()).isEqualTo(401);
    assertThat(nobody.asAgent().get("/api/calls").status()).isEqualTo(403);
  }

  private List<String> found(String query) {
    Answer answer = us.get("/api/calls?" + query);
    assertThat(answer.status()).isEqualTo(200);
    Set<String> paged = new HashSet<>(ids(us.get("/api/calls?limit=100&" + query)));
    assertThat(paged).isEqualTo(Set.copyOf(ids(answer)));
    return ids(answer);
  }

  private static List<String> ids(Answer list) {
    return list.body().path("calls").values().stream()
        .map(call -> call.path("id").asString())
        .toList();
  }

  private String row(String call) {
    return jdbc.sql("select calls::text || xmin::text from calls where id = :id")
        .param("id", call)
        .query(String.class)
        .single();
  }
}
