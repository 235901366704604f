package dev.rapidcall.calls.knowledge;

import static dev.rapidcall.calls.knowledge.KnowledgeBase.addDoc;
import static dev.rapidcall.calls.knowledge.KnowledgeBase.doc;
import static dev.rapidcall.calls.knowledge.KnowledgeBase.folder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.calls.testing.Api;
import dev.rapidcall.calls.testing.Api.Answer;
import dev.rapidcall.calls.testing.CallServiceIT;
import dev.rapidcall.service.identity.InternalTokens;
import dev.rapidcall.testing.Multipart;
import java.nio.charset.StandardCharsets;
import java.util.List;
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

@CallServiceIT
class DocumentsIT {
  @LocalServerPort int port;
  @Autowired InternalTokens tokens;
  @Autowired JdbcClient jdbc;

  private Api nobody;
  private Api us;
  private Api them;
  private String folder = "";

  @BeforeEach
  void begin() {
    nobody = Api.anonymous(port, tokens);
    us = nobody.as("ws-" + UUID.randomUUID());
    them = nobody.as("ws-" + UUID.randomUUID());
    folder = folder(us, "Handbook");
  }

  @Test
  void aTextIsKeptAndShownAsTheContractSays() {
    JsonNode doc =
        us.post(
                text(),
                """
                {"title":" Hours ","contentText":"Nine to\\u0000 five\\ud800"}
                """)
            .body()
            .path("doc");

    assertThat(doc.propertyNames())
        .containsExactly(
            "id",
            "workspaceId",
            "folderId",
            "kind",
            "title",
            "contentText",
            "contentLength",
            "sourceFilename",
            "mime",
            "sizeBytes",
            "createdAt",
            "updatedAt");
    assertThat(doc.path("kind").asString()).isEqualTo("text");
    assertThat(doc.path("title").asString()).isEqualTo("Hours");
    assertThat(doc.path("contentText").asString()).isEqualTo("Nine to five\uFFFD");
    assertThat(doc.path("sourceFilename").isNull()).isTrue();
    assertThat(us.get("/api/kb/docs/" + doc.path("id").asString()).body().path("doc"))
        .isEqualTo(doc);
  }

  @Test
  void badTextsAreRefused() {
    assertThat(us.post(text(), "{\"contentText\":\"a\"}").status()).isEqualTo(201);
    for (String body :
        List.of(
            "{}",
            "{\"contentText\":\"\"}",
            "{\"contentText\":\"\\u0000\"}",
            "{\"contentText\":1}",
            "{\"contentText\":\"a\",\"title\":\"" + "x".repeat(201) + "\"}")) {
      Answer refused = us.post(text(), body);
      assertThat(refused.status()).as(body).isEqualTo(400);
      assertThat(refused.body().path("error").asString()).isEqualTo("Validation failed");
    }
    assertThat(us.post(text(), null).status()).isEqualTo(400);
    assertThat(us.post(text(), "{\"contentText\":").status()).isEqualTo(400);
  }

  @Test
  void theLongestTextIsTakenAndItsEndIsFound() {
    String longest = "filler words ".repeat(153_846).substring(0, 1_999_990) + " zanzibar ";

    assertThat(addDoc(us, folder, "Long", longest).status()).isEqualTo(201);
    assertThat(addDoc(us, folder, "Longer", longest + "x").status()).isEqualTo(400);

    JsonNode found = KnowledgeBase.search(us, "zanzibar", folder).body().path("results").get(0);
    assertThat(found.path("excerpt").asString()).contains("zanzibar").hasSizeLessThan(400);
  }

  @Test
  @DisplayName("weakness 18: a list shows the beginning of the texts, all of them when asked")
  void listsAreShort() {
    String text = "ä".repeat(399) + "😀" + "x".repeat(600);
    String first = doc(us, folder, "Long", text);
    String second = doc(us, folder, "Short", "short");

    JsonNode docs = us.get(docs()).body().path("docs");
    assertThat(docs.values())
        .extracting(it -> it.path("id").asString())
        .containsExactly(second, first);
    assertThat(docs.get(1).path("contentText").asString()).isEqualTo("ä".repeat(399) + "😀");
    assertThat(docs.get(1).path("contentLength").asInt()).isEqualTo(1000);
    JsonNode whole = us.get(docs() + "?full=true").body().path("docs");
    assertThat(whole.get(1).path("contentText").asString()).isEqualTo(text);
  }

  @Test
  void aListOfWholeTextsHoldsOnlyAsManyAsFit() {
    jdbc.sql(
            """
            insert into kb_docs (id, workspace_id, folder_id, kind, title, content_text, created_at,
                                 updated_at)
            select folder.id || i, workspace_id, folder.id, 'text', 't', repeat('a', 1900000),
                   now() + i * interval '1 second', now()
            from kb_folders folder, generate_series(1, 4) i where folder.id = :folder
            """)
        .param("folder", folder)
        .update();

    JsonNode whole = us.get(docs() + "?full=true").body().path("docs");

    assertThat(whole.values())
        .extracting(it -> it.path("contentText").asString().length())
        .containsExactly(1_900_000, 1_900_000, 400, 400);
    assertThat(whole.get(3).path("contentLength").asInt()).isEqualTo(1_900_000);
  }

  @Test
  @DisplayName("weakness 31: nothing is kept in a folder that is not there, or not ours")
  void aFolderMustBeThere() {
    String theirs = folder(them, "Theirs");
    byte[] pdf = form(Pdfs.of("text"), "a.pdf", "application/pdf");

    for (String id : List.of(theirs, "nowhere")) {
      String folders = "/api/kb/folders/" + id;
      assertThat(us.get(folders + "/docs").status()).isEqualTo(404);
      assertThat(us.post(folders + "/text", "{\"contentText\":\"a\"}").status()).isEqualTo(404);
      assertThat(us.post(folders + "/pdf", Multipart.type(), pdf).status()).isEqualTo(404);
    }
    assertThat(them.get("/api/kb/folders/" + theirs + "/docs").body().path("docs").size()).isZero();
  }

  @Test
  void aDocumentBelongsToItsWorkspace() {
    String doc = doc(us, folder, "A", "text");

    assertThat(them.get("/api/kb/docs/" + doc).status()).isEqualTo(404);
    assertThat(them.delete("/api/kb/docs/" + doc).status()).isEqualTo(404);
    assertThat(nobody.get("/api/kb/docs/" + doc).status()).isEqualTo(401);
    assertThat(nobody.asAgent().get(docs()).status()).isEqualTo(403);
    assertThat(us.delete("/api/kb/docs/" + doc).body().toString()).isEqualTo("{\"ok\":true}");
    assertThat(us.delete("/api/kb/docs/" + doc).status()).isEqualTo(404);
    assertThat(KnowledgeBase.titles(KnowledgeBase.search(us, "text", folder))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aPdfIsReadWhetherItsTitleComesBeforeOrAfterIt(boolean titleFirst) {
    byte[] pdf = Pdfs.of("Our opening hours", "are nine to five");
    Multipart form = new Multipart();
    form = titleFirst ? form.field("title", "Hours") : form;
    form = form.file("file", "C:\\docs\\hours.pdf", "application/pdf", pdf);
    form = titleFirst ? form : form.field("title", "Hours");

    Answer added = us.post(pdf(), Multipart.type(), form.bytes());

    assertThat(added.status()).as(added.body().toString()).isEqualTo(201);
    JsonNode doc = added.body().path("doc");
    assertThat(doc.path("kind").asString()).isEqualTo("pdf");
    assertThat(doc.path("title").asString()).isEqualTo("Hours");
    assertThat(doc.path("contentText").asString()).contains("opening hours");
    assertThat(doc.path("sourceFilename").asString()).isEqualTo("hours.pdf");
    assertThat(doc.path("mime").asString()).isEqualTo("application/pdf");
    assertThat(doc.path("sizeBytes").asInt()).isEqualTo(pdf.length);
    assertThat(KnowledgeBase.titles(KnowledgeBase.search(us, "opening", folder)))
        .containsExactly("Hours");
  }

  @Test
  void aSmallPdfWithoutATitleIsNamedAsItsFile() {
    byte[] small = Pdfs.of("Hi");
    assertThat(small.length).isLessThan(3000);

    Answer added = us.post(pdf(), Multipart.type(), form(small, "small.pdf", "application/x-pdf"));

    assertThat(added.status()).as(added.body().toString()).isEqualTo(201);
    assertThat(added.body().path("doc").path("title").asString()).isEqualTo("small.pdf");
  }

  @Test
  void aFileThatHoldsNoTextIsRefusedWithTheReason() {
    refuses(form(Pdfs.encrypted("secret"), "a.pdf", "application/pdf"), "encrypted");
    refuses(form("no PDF".getBytes(StandardCharsets.UTF_8), "a.pdf", "application/pdf"), "damaged");
    refuses(form(Pdfs.of(), "a.pdf", "application/pdf"), "No text");
    refuses(form(Pdfs.of("x"), "a.docx", "application/msword"), "Only PDF");
    refuses(new Multipart().field("title", "t").bytes(), "Missing file");
    assertThat(us.get(docs()).body().path("docs").size()).isZero();
  }

  @Test
  void whatIsNoFormIsRefused() {
    assertThat(us.post(pdf(), "{}").status()).isEqualTo(400);
    assertThat(us.post(pdf(), null).status()).isEqualTo(400);
    Answer broken = us.post(pdf(), "multipart/form-data", new byte[10]);
    assertThat(broken.status()).isEqualTo(400);
    assertThat(broken.body().path("error").asString()).isNotBlank();
  }

  @Test
  @DisplayName("weakness 18: an upload that is too large is told so, and is never held in memory")
  void aFileThatIsTooLargeIsRefused() {
    Answer refused =
        us.post(
            pdf(),
            Multipart.type(),
            form(new byte[20 * 1024 * 1024 + 1], "large.pdf", "application/pdf"));

    assertThat(refused.status()).isEqualTo(413);
    assertThat(refused.body().path("error").asString()).isNotBlank();
  }

  private void refuses(byte[] form, String why) {
    Answer refused = us.post(pdf(), Multipart.type(), form);
    assertThat(refused.status()).as(why).isEqualTo(400);
    assertThat(refused.body().toString()).contains(why).contains("\"error\"");
  }

  private static byte[] form(byte[] content, String filename, String mime) {
    return new Multipart().file("file", filename, mime, content).bytes();
  }

  private String docs() {
    return "/api/kb/folders/" + folder + "/docs";
  }

  private String text() {
    return "/api/kb/folders/" + folder + "/text";
  }

  private String pdf() {
    return "/api/kb/folders/" + folder + "/pdf";
  }
}
