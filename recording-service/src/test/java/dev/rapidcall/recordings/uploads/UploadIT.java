package dev.rapidcall.recordings.uploads;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.events.CallId;
import dev.rapidcall.events.RoomName;
import dev.rapidcall.events.WorkspaceId;
import dev.rapidcall.recordings.RecordingService;
import dev.rapidcall.recordings.ledger.RecordFact;
import dev.rapidcall.recordings.ledger.RecordingFact.ObjectFound;
import dev.rapidcall.recordings.ledger.RecordingFact.Wanted;
import dev.rapidcall.recordings.testing.Api;
import dev.rapidcall.recordings.testing.Doubles;
import dev.rapidcall.service.identity.Caller;
import dev.rapidcall.service.identity.InternalTokens;
import dev.rapidcall.testing.Multipart;
import dev.rapidcall.testing.RapidCallIT;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
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
import tools.jackson.databind.json.JsonMapper;

@RapidCallIT(
    classes = RecordingService.class,
    properties = {
      "spring.config.name=recording-service",
      "rapidcall.messaging.consumers=false",
      "PUBLIC_API_BASE_URL=https://api.example.test/"
    })
class UploadIT {
  private static final Instant NOW = Instant.parse("2026-11-23T00:05:15Z");
  private static final WorkspaceId WORKSPACE = new WorkspaceId("ws_1");
  private static final Caller USER = Api.user(WORKSPACE);
  private static final Caller OTHER = Api.user(new WorkspaceId("ws_2"));
  private static final int MIB = 1024 * 1024;

  private final RoomName room = new RoomName("call-" + UUID.randomUUID());
  private final CallId call = CallId.of(room);
  private final String path = "/api/calls/" + call + "/recording";
  private final byte[] sound = new byte[5000];
  @Autowired private RecordFact recordFact;
  @Autowired private JdbcClient jdbc;
  private final Api api;

  @Autowired
  UploadIT(@LocalServerPort int port, InternalTokens tokens) {
    this.api = new Api(port, tokens);
  }

  @BeforeEach
  void theCallIsKnown() {
    new Random(5).nextBytes(sound);
    recordFact.record(call, List.of(new Wanted(NOW, WORKSPACE, room, "calls/" + call + ".mp3")));
  }

  @Test
  void anUploadIsKeptUnderANameOfOursAndAnswered() {
    HttpResponse<byte[]> answer = upload(USER, "../../evil.html", "audio/webm;codecs=opus", sound);

    assertThat(answer.statusCode()).isEqualTo(200);
    JsonNode body = json(answer);
    assertThat(body.path("ok").asBoolean()).isTrue();
    assertThat(body.path("recordingUrl").asString()).isEqualTo(path);
    JsonNode recording = body.path("recording");
    assertThat(recording.path("filename").asString()).matches("[0-9a-f-]{36}\\.webm");
    assertThat(recording.path("mime").asString()).isEqualTo("audio/webm");
    assertThat(recording.path("sizeBytes").asInt()).isEqualTo(sound.length);
    assertThat(recording.path("status").asString()).isEqualTo("ready");
    assertThat(recording.path("url").asString()).isEqualTo(path);
    assertThat(Doubles.S3.keys("uploads/" + call))
        .containsExactly("uploads/" + call + "/" + recording.path("filename").asString());
    assertThat(answer.headers().firstValue("X-Event-Id"))
        .contains("recording:" + call + ":uploaded:" + recording.path("filename").asString());
  }

  @Test
  @DisplayName(
      "weakness 25: an upload is served to its workspace or by a signed link, to nobody else")
  void anUploadIsPlayedByTokenAndRange() {
    upload(USER, "a.webm", "audio/webm", sound);

    HttpResponse<byte[]> whole = api.get(USER, path);
    assertThat(whole.statusCode()).isEqualTo(200);
    assertThat(whole.body()).isEqualTo(sound);
    assertThat(whole.headers().firstValue("Content-Type")).contains("audio/webm");
    assertThat(whole.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    String url = json(api.get(USER, path + "-url")).path("url").asString();
    String link = url.substring("https://api.example.test".length());
    HttpResponse<byte[]> part = api.get(Caller.anybody(), link, "Range", "bytes=10-19");
    assertThat(part.statusCode()).isEqualTo(206);
    assertThat(part.body()).isEqualTo(Arrays.copyOfRange(sound, 10, 20));
    assertThat(api.get(OTHER, path).statusCode()).isEqualTo(404);
    assertThat(api.get(OTHER, path + "-url").statusCode()).isEqualTo(404);
    assertThat(api.get(Caller.anybody(), path).statusCode()).isEqualTo(403);
    assertThat(api.get(Caller.anybody(), path + "-playback?token=1.a").statusCode()).isEqualTo(401);
  }

  @Test
  void theNewestUploadIsHeardAndEverythingBeforeItIsKept() {
    String made = "calls/" + call + ".mp3";
    Doubles.S3.put(made, "made".getBytes(UTF_8));
    recordFact.record(call, List.of(new ObjectFound(NOW, made, 4)));
    assertThat(api.get(USER, path).body()).isEqualTo("made".getBytes(UTF_8));

    upload(USER, "a.mp3", "audio/mpeg", "first".getBytes(UTF_8));
    upload(USER, "b.ogg", "audio/ogg", "second".getBytes(UTF_8));

    assertThat(api.get(USER, path).body()).isEqualTo("second".getBytes(UTF_8));
    assertThat(Doubles.S3.keys("calls/" + call)).containsExactly(made);
    assertThat(Doubles.S3.keys("uploads/" + call)).hasSize(2);
    // What the egress worker sees meanwhile is its own affair.
    assertThat(facts())
        .filteredOn(fact -> !fact.startsWith("egress"))
        .containsExactlyInAnyOrder("wanted", "object-found", "uploaded", "uploaded");
  }

  @Test
  void whatIsNoSoundIsServedAsBytesOnly() {
    upload(USER, "a.html", "text/html", "<script>".getBytes(UTF_8));

    assertThat(api.get(USER, path).headers().firstValue("Content-Type"))
        .contains("application/octet-stream");
  }

  @ParameterizedTest
  @DisplayName("weakness 24: the call is looked for first, and nothing is written for another id")
  @ValueSource(
      strings = {
        "/api/calls/call_none/recording",
        "/api/calls/..%2Fname/recording",
        "/api/calls/..%5Cname/recording",
        "/api/calls/%2e%2e/recording"
      })
  void nothingIsWrittenForWhatIsNoCall(String elsewhere) {
    List<String> before = Doubles.S3.keys("");

    HttpResponse<byte[]> answer =
        api.post(USER, elsewhere, Multipart.type(), form("a.webm", "audio/webm", sound));

    assertThat(answer.statusCode()).isIn(400, 404);
    assertThat(Doubles.S3.keys("")).isEqualTo(before);
  }

  @Test
  @DisplayName("weakness 24: nobody overwrites the recording of another workspace's call")
  void anotherWorkspacesCallIsNotThere() {
    assertThat(upload(OTHER, "a.webm", "audio/webm", sound).statusCode()).isEqualTo(404);
    assertThat(upload(Caller.anybody(), "a.webm", "audio/webm", sound).statusCode()).isEqualTo(403);
    assertThat(Doubles.S3.keys("uploads/" + call)).isEmpty();
  }

  @Test
  void whatHasNoFileIsRefused() {
    for (byte[] form :
        List.of(
            new Multipart().field("title", "t").bytes(),
            form("empty.webm", "audio/webm", new byte[0]))) {
      HttpResponse<byte[]> answer = api.post(USER, path, Multipart.type(), form);
      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(json(answer).path("error").asString()).isEqualTo("Missing file");
    }
    assertThat(api.post(USER, path, "application/json", new byte[] {'{', '}'}).statusCode())
        .isEqualTo(400);
    assertThat(api.post(USER, path, "multipart/form-data", new byte[9]).statusCode())
        .isEqualTo(400);
  }

  @Test
  @DisplayName("weakness 18: 50 MiB are taken over the disk and the store, more are refused")
  void theLargestFileIsTakenAndALargerOneRefused() {
    assertThat(upload(USER, "a.wav", "audio/wav", new byte[50 * MIB]).statusCode()).isEqualTo(200);

    HttpResponse<byte[]> refused = upload(USER, "a.wav", "audio/wav", new byte[50 * MIB + 1]);

    assertThat(refused.statusCode()).isEqualTo(413);
    assertThat(json(refused).path("error").asString()).isNotBlank();
    assertThat(Doubles.S3.keys("uploads/" + call)).hasSize(1);
  }

  private HttpResponse<byte[]> upload(Caller who, String filename, String mime, byte[] content) {
    return api.post(who, path, Multipart.type(), form(filename, mime, content));
  }

  private static byte[] form(String filename, String mime, byte[] content) {
    return new Multipart().file("file", filename, mime, content).bytes();
  }

  private List<String> facts() {
    return jdbc.sql("select kind from recording_facts where call_id = :call")
        .param("call", call.value())
        .query(String.class)
        .list();
  }

  private static JsonNode json(HttpResponse<byte[]> answer) {
    return new JsonMapper().readTree(new String(answer.body(), UTF_8));
  }
}
