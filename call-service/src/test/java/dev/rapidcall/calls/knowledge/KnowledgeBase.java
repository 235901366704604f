package dev.rapidcall.calls.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.calls.testing.Api;
import dev.rapidcall.calls.testing.Api.Answer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** What tests keep in and ask of the knowledge base. */
final class KnowledgeBase {
  private static final JsonMapper JSON = new JsonMapper();

  private KnowledgeBase() {}

  static String folder(Api who, String name) {
    return id(who.post("/api/kb/folders", JSON.writeValueAsString(Map.of("name", name))), "folder");
  }

  static String folderIn(Api who, String parent, String name) {
    return id(
        who.post(
            "/api/kb/folders", JSON.writeValueAsString(Map.of("name", name, "parentId", parent))),
        "folder");
  }

  static String doc(Api who, String folder, String title, String text) {
    return id(addDoc(who, folder, title, text), "doc");
  }

  static Answer addDoc(Api who, String folder, String title, String text) {
    return who.post(
        "/api/kb/folders/" + folder + "/text",
        JSON.writeValueAsString(Map.of("title", title, "contentText", text)));
  }

  static Answer search(Api who, String query, String... folders) {
    return who.post(
        "/api/kb/search",
        JSON.writeValueAsString(Map.of("query", query, "folderIds", Arrays.asList(folders))));
  }

  static List<String> titles(Answer found) {
    assertThat(found.status()).as(found.body().toString()).isEqualTo(200);
    return found.body().path("results").values().stream()
        .map(it -> it.path("title").asString())
        .toList();
  }

  private static String id(Answer created, String name) {
    assertThat(created.status()).as(created.body().toString()).isEqualTo(201);
    return created.body().path(name).path("id").asString();
  }
}
