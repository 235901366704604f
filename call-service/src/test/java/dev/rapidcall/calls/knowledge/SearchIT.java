package dev.rapidcall.calls.knowledge;

import static dev.rapidcall.calls.knowledge.KnowledgeBase.doc;
import static dev.rapidcall.calls.knowledge.KnowledgeBase.folder;
import static dev.rapidcall.calls.knowledge.KnowledgeBase.search;
import static dev.rapidcall.calls.knowledge.KnowledgeBase.titles;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.calls.testing.Api;
import dev.rapidcall.calls.testing.Api.Answer;
import dev.rapidcall.calls.testing.CallServiceIT;
import dev.rapidcall.service.identity.InternalTokens;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@CallServiceIT
class SearchIT {
  @LocalServerPort int port;
  @Autowired InternalTokens tokens;
  @Autowired JdbcClient jdbc;

  private final String workspace = "ws-" + UUID.randomUUID();
  private Api nobody;
  private Api us;
  private Api them;
  private String folder = "";

  @BeforeEach
  void begin() {
    nobody = Api.anonymous(port, tokens);
    us = nobody.as(workspace);
    them = nobody.as("ws-" + UUID.randomUUID());
    folder = folder(us, "Handbook");
    doc(
        us,
        folder,
        "Hours",
        "On weekdays we are open from nine to five. Our opening hours on Sunday differ.");
    doc(
        us,
        folder,
        "Prices",
        "A haircut costs thirty euros, a shave twelve. Kinder zahlen die Hälfte.");
    doc(
        us,
        folder,
        "Öffnungszeiten",
        "Montags bleibt der Salon geschlossen. Terminvereinbarung per Telefon.");
    doc(
        us,
        folder,
        "Parking",
        "There is a garage behind the house; it is open all day and costs nothing.");
    doc(us, folder, "営業時間", "日曜日は定休日です。");
  }

  @ParameterizedTest(name = "{0} finds {1}")
  @DisplayName("weakness 18: the search matches words and not only the literal phrase")
  @CsvSource({
    "'opening hours', Hours",
    "'hours opening', Hours",
    "'what are your opening hours on a sunday?', Hours",
    "'HOURS', Hours",
    "'Sund', Hours",
    "'haircuts', Prices",
    "'price', Prices",
    "'how much is a shave', Prices",
    "'hälfte', Prices",
    "'haelfte kinder', Prices",
    "'HALFTE', Prices",
    "'öffnungszeiten', Öffnungszeiten",
    "'oeffnungszeiten salon', Öffnungszeiten",
    "'Offnungszeiten', Öffnungszeiten",
    "'Terminvereinbarungen', Öffnungszeiten",
    "'where can I park my car', Parking",
    "'日曜日', 営業時間",
    "'営業', 営業時間"
  })
  void theBestComesFirst(String query, String title) {
    assertThat(titles(search(us, query, folder))).first().isEqualTo(title);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "& | !",
        "':* & '",
        "a <-> b:*A",
        "\\",
        "''' OR 1=1; --",
        "(((",
        "%",
        "zebra",
        "…"
      })
  void whateverIsAskedIsNothingButWords(String query) {
    Answer answer = search(us, query, folder);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body().path("results").isArray()).isTrue();
  }

  @Test
  void aLongQuestionIsTaken() {
    assertThat(search(us, "x".repeat(500), folder).status()).isEqualTo(200);
    assertThat(search(us, "ﷺ".repeat(500), folder).status()).isEqualTo(200);
    assertThat(search(us, "a b c d ".repeat(62), folder).status()).isEqualTo(200);
  }

  @Test
  void aResultSaysWhereItIsAndWhy() {
    String text =
        "filler ".repeat(100) + "the spare\n\n  key lies under the mat " + "filler ".repeat(100);
    String doc = doc(us, folder, "", text);

    JsonNode best = search(us, "spare key", folder).body().path("results").get(0);

    assertThat(best.propertyNames())
        .containsExactly("docId", "folderId", "title", "kind", "excerpt", "score");
    assertThat(best.path("docId").asString()).isEqualTo(doc);
    assertThat(best.path("folderId").asString()).isEqualTo(folder);
    assertThat(best.path("title").asString()).isEqualTo("Document");
    assertThat(best.path("kind").asString()).isEqualTo("text");
    assertThat(best.path("excerpt").asString()).contains("the spare key lies under the mat");
    assertThat(best.path("excerpt").asString().length()).isBetween(300, 370);
    assertThat(best.path("score").asDouble()).isEqualTo(1);
  }

  @Test
  void rareWordsAndTitlesCountMoreAndTheScoreFalls() {
    doc(us, folder, "Garage", "Closed for repairs.");

    JsonNode results = search(us, "is the garage open", folder).body().path("results");

    assertThat(results.get(0).path("title").asString()).isEqualTo("Parking");
    assertThat(results.get(1).path("title").asString()).isEqualTo("Garage");
    assertThat(results.values())
        .extracting(it -> it.path("score").asDouble())
        .isSortedAccordingTo(Comparator.reverseOrder());
  }

  @Test
  void aWordInTheTitleComesBeforeOneInTheText() {
    doc(us, folder, "Refunds", "We give the money back.");
    doc(us, folder, "Other", "See also: refunds.");

    assertThat(titles(search(us, "refunds", folder))).containsExactly("Refunds", "Other");
  }

  @Test
  void onlyTheNamedFoldersOfTheWorkspaceAreSearched() {
    String other = folder(us, "Other");
    doc(us, other, "Elsewhere", "opening hours elsewhere");
    String theirs = folder(them, "Theirs");
    doc(them, theirs, "Secret", "opening hours of theirs");

    assertThat(titles(search(us, "opening hours", other))).containsExactly("Elsewhere");
    assertThat(titles(search(us, "opening hours", theirs, "nowhere"))).isEmpty();
    assertThat(titles(search(us, "opening hours", theirs, other))).containsExactly("Elsewhere");
    assertThat(titles(search(them, "opening hours", folder, theirs))).containsExactly("Secret");
  }

  @Test
  void theLimitIsKept() {
    String query = "{\"query\":\"open\",\"folderIds\":[\"" + folder + "\"],\"limit\":";

    assertThat(us.post("/api/kb/search", query + "1}").body().path("results").size()).isEqualTo(1);
    assertThat(us.post("/api/kb/search", query + "0}").status()).isEqualTo(400);
    assertThat(us.post("/api/kb/search", query + "11}").status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"query\":\"a\"}",
        "{\"query\":\"a\",\"folderIds\":[]}",
        "{\"query\":\"\",\"folderIds\":[\"a\"]}",
        "{\"query\":\"a\",\"folderIds\":\"a\"}",
        "{\"query\":\"a\",\"folderIds\":null}",
        "{\"query\":\"a\",\"folderIds\":[1]}",
        "[]"
      })
  void badQuestionsAreRefused(String body) {
    Answer refused = us.post("/api/kb/search", body);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body().path("error").asString()).isEqualTo("Validation failed");
  }

  @Test
  void onlyWhoeverMayAsksAtEachDoor() {
    String body = "{\"query\":\"a\",\"folderIds\":[\"" + folder + "\"],\"callId\":\"c\"}";

    assertThat(nobody.post("/api/kb/search", body).status()).isEqualTo(401);
    assertThat(nobody.asAgent().post("/api/kb/search", body).status()).isEqualTo(403);
    assertThat(nobody.post("/api/internal/kb/search", body).status()).isEqualTo(401);
    assertThat(us.post("/api/internal/kb/search", body).status()).isEqualTo(403);
  }

  @Test
  void theVoiceAgentSearchesWhatTheAgentOfItsCallKnows() {
    String call = callWithAgentThatKnows(folder);
    String other = folder(us, "Other");
    doc(us, other, "Elsewhere", "opening hours elsewhere");
    String theirs = folder(them, "Theirs");
    doc(them, theirs, "Secret", "opening hours of theirs");

    assertThat(titles(inCall(call, "opening hours", null))).first().isEqualTo("Hours");
    assertThat(titles(inCall(call, "opening hours", other))).containsExactly("Elsewhere");
    assertThat(titles(inCall(call, "opening hours", theirs))).isEmpty();
    assertThat(inCall("call_unknown", "opening hours", null).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"callId\":\"c\"}",
        "{\"query\":\"a\"}",
        "{\"callId\":\"\",\"query\":\"a\"}"
      })
  void theVoiceAgentsBadQuestionsAreRefused(String body) {
    assertThat(nobody.asAgent().post("/api/internal/kb/search", body).status()).isEqualTo(400);
  }

  private Answer inCall(String call, String query, @Nullable String folderId) {
    String folders = folderId == null ? "" : ",\"folderIds\":[\"" + folderId + "\"]";
    return nobody
        .asAgent()
        .post(
            "/api/internal/kb/search",
            "{\"callId\":\"" + call + "\",\"query\":\"" + query + "\"" + folders + "}");
  }

  private String callWithAgentThatKnows(String known) {
    String agent =
        us.post("/api/agents", "{\"name\":\"A\",\"knowledgeFolderIds\":[\"" + known + "\"]}")
            .body()
            .path("agent")
            .path("id")
            .asString();
    String call = "call_" + UUID.randomUUID();
    jdbc.sql(
            """
            insert into calls (id, workspace_id, agent_id, agent_name, counterpart, room_name,
                               channel, outcome, opened_at, started_at, created_at, updated_at)
            values (:id, :workspace, :agent, 'A', 'webtest', :id, 'WEB', 'in_progress',
                    now(), now(), now(), now())
            """)
        .param("id", call)
        .param("workspace", workspace)
        .param("agent", agent)
        .update();
    return call;
  }
}
