package dev.rapidcall.calls.evaluations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.calls.testing.AfterCallsIT;
import dev.rapidcall.calls.testing.Api.Answer;
import dev.rapidcall.calls.testing.SomeCall;
import dev.rapidcall.events.CallId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("weakness 2: imported calls are judged like others")
class ImportedCallsIT extends AfterCallsIT {
  private static final String LABEL = "{\"label\":\"old\"}";

  private String call = "";
  private String path = "";

  @BeforeEach
  void begin() {
    String foreign =
        them.post("/api/agents", "{\"name\":\"Theirs\",\"promptDraft\":\"Their secret prompt.\"}")
            .body()
            .path("agent")
            .path("id")
            .asString();
    call = SomeCall.of(OURS).with(foreign).talked(60_000_000_000L).imported().keep(jdbc);
    jdbc.sql("update calls set room_name = '' where id = :id").param("id", call).update();
    said(new CallId(call), "Is there a table for two?");
    path = "/api/calls/" + call;
  }

  @Test
  void aPageOfItCanReadAndWriteAllThatAPageReadsAndWrites() {
    for (String part : List.of("", "/export", "/timeline", "/labels", "/evaluations")) {
      assertThat(us.get(path + part).status()).as(part).isEqualTo(200);
    }

    assertThat(us.post(path + "/labels", LABEL).status()).isEqualTo(201);
    assertThat(us.post(path + "/evaluations", "{\"score\":70}").status()).isEqualTo(201);
    assertThat(us.get(path + "/labels").body().path("labels").size()).isEqualTo(1);
    assertThat(us.get(path + "/evaluations").body().path("evaluations").size()).isEqualTo(1);
    assertThat(us.delete(path + "/labels", LABEL).status()).isEqualTo(200);
    assertThat(us.get(path + "/labels").body().path("labels").size()).isZero();
  }

  @Test
  void aModelJudgesItByItsRealDurationAndNeverByAPromptOfSomebodyElse() {
    Answer answer = us.post(path + "/auto-evaluate", null);

    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
    assertThat(answer.body().path("evaluation").path("score").asInt()).isEqualTo(87);
    assertThat(provider.requests().getFirst().material())
        .contains("Agent: Agent", "user_hangup", "Duration: 60 s", "USER: Is there a table")
        .doesNotContain("secret prompt");
  }

  @Test
  void toAnotherWorkspaceItIsNotThere() {
    for (Answer answer :
        List.of(
            them.get(path),
            them.get(path + "/labels"),
            them.post(path + "/labels", LABEL),
            them.delete(path + "/labels", LABEL),
            them.get(path + "/evaluations"),
            them.post(path + "/evaluations", "{\"score\":70}"),
            them.post(path + "/auto-evaluate", null))) {
      assertThat(answer.status()).isEqualTo(404);
    }
  }
}
