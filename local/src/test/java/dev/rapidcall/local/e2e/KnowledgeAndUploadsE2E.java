package dev.rapidcall.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rapidcall.calls.importing.ImportCommand;
import dev.rapidcall.local.e2e.Client.Answer;
import dev.rapidcall.local.e2e.Workspace.StartedCall;
import dev.rapidcall.testing.Multipart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What people bring: documents, recordings, the calls of another installation. */
class KnowledgeAndUploadsE2E {
  private final Workspace us = Workspace.registered();

  @Test
  void whatIsKeptInAFolderIsFoundByPeopleAndByTheVoiceAgentInItsCall() {
    String folder =
        us.dashboard
            .post("/api/kb/folders", Map.of("name", "Handbook"))
            .json()
            .path("folder")
            .path("id")
            .asString();
    us.dashboard.post(
        "/api/kb/folders/" + folder + "/text",
        Map.of("title", "Hours", "contentText", "We are open from nine to five."));
    us.dashboard.put("/api/agents/" + us.agentId, Map.of("knowledgeFolderIds", List.of(folder)));
    StartedCall call = us.start();

    Answer asked =
        us.dashboard.post(
            "/api/kb/search", Map.of("query", "when do you open", "folderIds", List.of(folder)));
    Answer inCall =
        Client.of(Platform.gateway())
            .with("x-agent-secret", Platform.AGENT_SECRET)
            .post("/api/internal/kb/search", Map.of("callId", call.id(), "query", "open"));

    for (Answer answer : List.of(asked, inCall)) {
      assertThat(answer.status()).as(answer.text()).isEqualTo(200);
      assertThat(answer.json().path("results").get(0).path("title").asString()).isEqualTo("Hours");
    }
    assertThat(us.dashboard.post("/api/internal/kb/search", Map.of()).status()).isEqualTo(401);
  }

  @Test
  @DisplayName("weakness 25: an uploaded recording is heard by its signed link and by nobody else")
  void anUploadIsShownByItsCallAtOnceAndCanBeHeard() {
    StartedCall call = us.start();
    byte[] sound = new byte[40_000];
    new Random(3).nextBytes(sound);
    String path = "/api/calls/" + call.id() + "/recording";

    Answer answer = upload(us, path, "mine.webm", "audio/webm", sound);

    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.json().path("ok").asBoolean()).isTrue();
    JsonNode recording = answer.json().path("call").path("recording");
    assertThat(recording.path("mime").asString()).isEqualTo("audio/webm");
    assertThat(recording.path("sizeBytes").asInt()).isEqualTo(sound.length);
    assertThat(recording.path("url").asString()).isEqualTo(path);
    String link = us.dashboard.get(path + "-url").json().path("url").asString();
    Answer heard = Client.of(Platform.gateway()).with("Range", "bytes=10-19").get(link);
    assertThat(heard.status()).isEqualTo(206);
    assertThat(heard.bytes()).isEqualTo(Arrays.copyOfRange(sound, 10, 20));
    assertThat(Client.of(Platform.gateway()).get(path).status()).isEqualTo(401);
    assertThat(upload(Workspace.registered(), path, "a", "audio/webm", sound).status())
        .isEqualTo(404);
  }

  @Test
  @DisplayName("weakness 24: an id with a path in it is no call")
  void aPathIsNoCall() {
    for (String id : List.of("..%2Fname", "%2e%2e%2Fname", "call_nobody")) {
      Answer answer =
          upload(us, "/api/calls/" + id + "/recording", "a.webm", "audio/webm", new byte[] {1});
      assertThat(answer.status()).as(answer.text()).isIn(400, 404);
      assertThat(answer.json().path("error").asString()).isNotBlank();
    }
  }

  @Test
  @DisplayName("weakness 2: the calls of another installation are visible after their import")
  void importedCallsAreVisible(@TempDir Path directory) throws IOException {
    String call = "call_" + UUID.randomUUID().toString().substring(0, 12);
    Files.writeString(
        directory.resolve("calls.json"),
        """
        [{"id":"%s","agentName":"Old","startedAt":1700000000000,"endedAt":1700000030000,
          "durationSec":30,"outcome":"user_hangup","costUsd":0.12,
          "transcript":[{"speaker":"User","role":"user","text":"Hello"}]}]
        """
            .formatted(call));
    ByteArrayOutputStream shown = new ByteArrayOutputStream();

    int code =
        new ImportCommand(new PrintStream(shown, true, StandardCharsets.UTF_8))
            .run(
                "import",
                "--workspace=" + workspaceId(),
                "--data=" + directory,
                "--DATABASE_URL=" + Platform.database(),
                "--DATABASE_SSL=false");

    assertThat(code).as(shown.toString(StandardCharsets.UTF_8)).isZero();
    JsonNode seen = us.dashboard.get("/api/calls/" + call).json().path("call");
    assertThat(seen.path("durationSec").asInt()).isEqualTo(30);
    assertThat(seen.path("costUsd").asDouble()).isEqualTo(0.12);
    assertThat(seen.path("transcript").get(0).path("text").asString()).isEqualTo("Hello");
    assertThat(us.dashboard.get("/api/calls").json().path("calls").get(0).path("id").asString())
        .isEqualTo(call);
    Answer ended = us.dashboard.post("/api/calls/" + call + "/end", Map.of("outcome", "ended"));
    assertThat(ended.status()).isEqualTo(200);
    assertThat(ended.json().path("call").path("endedAt").asLong()).isEqualTo(1_700_000_030_000L);
    assertThat(us.dashboard.get("/api/billing/calls/" + call).status()).isEqualTo(404);
    aPageOfItWorks("/api/calls/" + call);
    aRecordingOfItCanBeUploaded("/api/calls/" + call + "/recording");
  }

  private void aPageOfItWorks(String call) {
    assertThat(us.dashboard.post(call + "/labels", Map.of("label", "old")).status()).isEqualTo(201);
    assertThat(us.dashboard.post(call + "/evaluations", Map.of("score", 70)).status())
        .isEqualTo(201);
    Answer judged = us.dashboard.post(call + "/auto-evaluate", Map.of());
    assertThat(judged.status()).as(judged.text()).isEqualTo(201);
    assertThat(us.dashboard.get(call + "/evaluations").json().path("evaluations").size())
        .isEqualTo(2);
    Workspace them = Workspace.registered();
    for (String part : List.of("", "/export", "/labels", "/evaluations", "/recording")) {
      assertThat(us.dashboard.get(call + part).status())
          .as(part)
          .isEqualTo(part.equals("/recording") ? 404 : 200);
      assertThat(them.dashboard.get(call + part).status()).as(part).isEqualTo(404);
    }
    assertThat(them.dashboard.post(call + "/auto-evaluate", Map.of()).status()).isEqualTo(404);
  }

  private void aRecordingOfItCanBeUploaded(String path) {
    await()
        .untilAsserted(
            () -> {
              Answer kept = upload(us, path, "a.webm", "audio/webm", new byte[] {1, 2, 3});
              assertThat(kept.status()).as(kept.text()).isEqualTo(200);
            });
    assertThat(us.dashboard.get(path).bytes()).containsExactly(1, 2, 3);
    assertThat(upload(Workspace.registered(), path, "a", "audio/webm", new byte[] {1}).status())
        .isEqualTo(404);
  }

  private String workspaceId() {
    return us.dashboard.get("/api/me").json().path("workspace").path("id").asString();
  }

  private static Answer upload(
      Workspace who, String path, String filename, String mime, byte[] content) {
    return who.dashboard
        .with("Content-Type", Multipart.type())
        .post(path, new Multipart().file("file", filename, mime, content).bytes());
  }
}
