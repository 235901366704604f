package dev.rapidcall.calls.knowledge;

import static dev.rapidcall.calls.knowledge.KnowledgeBase.doc;
import static dev.rapidcall.calls.knowledge.KnowledgeBase.folder;
import static dev.rapidcall.calls.knowledge.KnowledgeBase.folderIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapidcall.calls.testing.Api;
import dev.rapidcall.calls.testing.Api.Answer;
import dev.rapidcall.calls.testing.CallServiceIT;
import dev.rapidcall.service.identity.InternalTokens;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@CallServiceIT
class FoldersIT {
  @LocalServerPort int port;
  @Autowired InternalTokens tokens;
  @Autowired JdbcClient jdbc;

  private Api nobody;
  private Api us;
  private Api them;

  @BeforeEach
  void begin() {
    nobody = Api.anonymous(port, tokens);
    us = nobody.as("ws-" + UUID.randomUUID());
    them = nobody.as("ws-" + UUID.randomUUID());
  }

  @Test
  void aFolderIsShownAsTheContractSaysTheNewestFirst() {
    String first = folder(us, "  Prices \0 ");
    String second = folderIn(us, first, "Old prices");

    JsonNode folders = us.get("/api/kb/folders").body().path("folders");

    assertThat(folders.values())
        .extracting(it -> it.path("id").asString())
        .containsExactly(second, first);
    JsonNode shown = folders.get(1);
    assertThat(shown.propertyNames())
        .containsExactly("id", "workspaceId", "name", "parentId", "createdAt", "updatedAt");
    assertThat(shown.path("name").asString()).isEqualTo("Prices");
    assertThat(shown.path("parentId").isNull()).isTrue();
    assertThat(shown.path("createdAt").isIntegralNumber()).isTrue();
    assertThat(folders.get(0).path("parentId").asString()).isEqualTo(first);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"name\":\"\"}",
        "{\"name\":\"  \"}",
        "{\"name\":5}",
        "{\"name\":\"a\",\"parentId\":\"\"}",
        "[]"
      })
  void badInputIsRefused(String body) {
    Answer refused = us.post("/api/kb/folders", body);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body().path("error").asString()).isEqualTo("Validation failed");
    assertThat(us.get("/api/kb/folders").body().path("folders").size()).isZero();
  }

  @Test
  void aMissingBodyAndATooLongNameAreRefused() {
    assertThat(us.post("/api/kb/folders", null).status()).isEqualTo(400);
    assertThat(us.post("/api/kb/folders", "{\"name\":\"" + "x".repeat(121) + "\"}").status())
        .isEqualTo(400);
  }

  @Test
  @DisplayName("weakness 31: a folder in a parent that is not there, or not ours, is refused")
  void aParentMustBeThere() {
    String theirs = folder(them, "Theirs");
    String ours = folder(us, "Ours");

    for (String parent : List.of("nowhere", theirs)) {
      String body = "{\"name\":\"a\",\"parentId\":\"" + parent + "\"}";
      assertThat(us.post("/api/kb/folders", body).status()).isEqualTo(404);
      assertThat(us.put("/api/kb/folders/" + ours, body).status()).isEqualTo(404);
    }
    assertThat(us.get("/api/kb/folders").body().path("folders").size()).isEqualTo(1);
  }

  @Test
  @DisplayName("weakness 31: a change that names no parent leaves the folder where it is")
  void aChangeKeepsWhatItDoesNotName() {
    String parent = folder(us, "Parent");
    String child = folderIn(us, parent, "Child");

    Answer renamed = us.put("/api/kb/folders/" + child, "{\"name\":\" Renamed \"}");
    Answer nothing = us.put("/api/kb/folders/" + child, "{}");
    Answer moved = us.put("/api/kb/folders/" + child, "{\"parentId\":null}");

    assertThat(renamed.status()).isEqualTo(200);
    assertThat(renamed.body().path("folder").path("name").asString()).isEqualTo("Renamed");
    assertThat(nothing.body().path("folder").path("parentId").asString()).isEqualTo(parent);
    assertThat(moved.body().path("folder").path("parentId").isNull()).isTrue();
    assertThat(moved.body().path("folder").path("name").asString()).isEqualTo("Renamed");
  }

  @Test
  void aFolderNeverLiesInItself() {
    String grandparent = folder(us, "1");
    String parent = folderIn(us, grandparent, "2");
    String child = folderIn(us, parent, "3");

    for (String below : List.of(grandparent, parent, child)) {
      Answer refused = us.put("/api/kb/folders/" + grandparent, "{\"parentId\":\"" + below + "\"}");
      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.body().path("details").path("fieldErrors").has("parentId")).isTrue();
    }
  }

  @Test
  void movesAtTheSameTimeDoNotCloseACircleTogether() throws Exception {
    for (int round = 0; round < 10; round++) {
      String one = folder(us, "one");
      String other = folder(us, "other");
      Callable<Integer> oneIntoOther = move(one, other);
      Callable<Integer> otherIntoOne = move(other, one);
      try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        List<Integer> statuses =
            threads.invokeAll(List.of(oneIntoOther, otherIntoOne)).stream()
                .map(it -> it.resultNow())
                .toList();
        assertThat(statuses).containsExactlyInAnyOrder(200, 400);
      }
    }
  }

  private Callable<Integer> move(String folder, String into) {
    return () -> us.put("/api/kb/folders/" + folder, "{\"parentId\":\"" + into + "\"}").status();
  }

  @Test
  void aRemovedFolderTakesItsDocumentsAndFoldersWithIt() {
    String parent = folder(us, "Parent");
    String child = folderIn(us, parent, "Child");
    String stays = folder(us, "Stays");
    String doc = doc(us, child, "A", "some text");
    String kept = doc(us, stays, "B", "some text");

    assertThat(us.delete("/api/kb/folders/" + parent).body().toString()).isEqualTo("{\"ok\":true}");

    assertThat(us.get("/api/kb/folders").body().path("folders").size()).isEqualTo(1);
    assertThat(us.get("/api/kb/docs/" + doc).status()).isEqualTo(404);
    assertThat(us.get("/api/kb/docs/" + kept).status()).isEqualTo(200);
  }

  @Test
  @DisplayName("weakness 31: what is not there, or not ours, cannot be changed or removed")
  void anotherWorkspacesFolderIsNotThere() {
    String theirs = folder(them, "Theirs");

    for (String id : List.of(theirs, "nowhere")) {
      assertThat(us.put("/api/kb/folders/" + id, "{\"name\":\"Mine\"}").status()).isEqualTo(404);
      assertThat(us.delete("/api/kb/folders/" + id).status()).isEqualTo(404);
    }
    assertThat(us.get("/api/kb/folders").body().path("folders").size()).isZero();
    assertThat(them.get("/api/kb/folders").body().path("folders").get(0).path("name").asString())
        .isEqualTo("Theirs");
  }

  @Test
  void nobodyAndTheVoiceAgentHaveNoFolders() {
    assertThat(nobody.get("/api/kb/folders").status()).isEqualTo(401);
    assertThat(nobody.asAgent().get("/api/kb/folders").status()).isEqualTo(403);
    assertThat(nobody.asAgent().post("/api/kb/folders", "{\"name\":\"a\"}").status())
        .isEqualTo(403);
  }

  @Test
  @DisplayName("weakness 3: the database itself refuses a folder in another workspace's folder")
  void theDatabaseKnowsWhatBelongsTogether() {
    String theirs = folder(them, "Theirs");

    assertThatThrownBy(
            () ->
                jdbc.sql(
                        """
                        insert into kb_folders
                          (id, workspace_id, name, parent_id, created_at, updated_at)
                        values ('a', 'ours', 'a', :theirs, now(), now())
                        """)
                    .param("theirs", theirs)
                    .update())
        .isInstanceOf(DataIntegrityViolationException.class);
  }
}
