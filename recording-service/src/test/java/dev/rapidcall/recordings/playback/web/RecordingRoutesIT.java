package dev.rapidcall.recordings.playback.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.rapidcall.events.CallId;
import dev.rapidcall.events.RoomName;
import dev.rapidcall.events.WorkspaceId;
import dev.rapidcall.recordings.RecordingService;
import dev.rapidcall.recordings.ledger.RecordFact;
import dev.rapidcall.recordings.ledger.RecordingFact;
import dev.rapidcall.recordings.ledger.RecordingFact.GivenUp;
import dev.rapidcall.recordings.ledger.RecordingFact.ObjectFound;
import dev.rapidcall.recordings.ledger.RecordingFact.Wanted;
import dev.rapidcall.recordings.testing.Api;
import dev.rapidcall.recordings.testing.Doubles;
import dev.rapidcall.service.identity.Caller;
import dev.rapidcall.service.identity.InternalTokens;
import dev.rapidcall.testing.RapidCallIT;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
class RecordingRoutesIT {
  private static final Instant NOW = Instant.parse("2026-11-23T00:05:15Z");
  private static final WorkspaceId WORKSPACE = new WorkspaceId("ws_1");
  private static final Caller USER = Api.user(WORKSPACE);
  private static final int SIZE = 300_000;
  private final RoomName room = new RoomName("call-" + UUID.randomUUID());
  private final CallId call = CallId.of(room);
  private final String path = "/api/calls/" + call + "/recording";
  private final byte[] sound = new byte[SIZE];
  @Autowired private RecordFact recordFact;
  @Autowired private JdbcClient jdbc;
  private final Api api;

  @Autowired
  RecordingRoutesIT(@LocalServerPort int port, InternalTokens tokens) {
    this.api = new Api(port, tokens);
  }

  @BeforeEach
  void record() {
    new Random(7).nextBytes(sound);
    Doubles.S3.put(key(), sound);
    know(new ObjectFound(NOW, key(), SIZE));
  }

  @Test
  void streamsTheWholeFile() {
    HttpResponse<byte[]> answer = api.get(USER, path);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(sound);
    assertThat(header(answer, "Content-Type")).isEqualTo("audio/mpeg");
    assertThat(header(answer, "Content-Length")).isEqualTo(String.valueOf(SIZE));
    assertThat(header(answer, "Accept-Ranges")).isEqualTo("bytes");
  }

  @ParameterizedTest
  @CsvSource({
    "bytes=0-,      0, 299999",
    "bytes=10-19,  10,     19",
    "bytes=-5, 299995, 299999",
    "bytes=299999-, 299999, 299999",
    "bytes=100-999999999, 100, 299999"
  })
  void streamsAPart(String range, int first, int last) {
    HttpResponse<byte[]> answer = api.get(USER, path, "Range", range);

    assertThat(answer.statusCode()).isEqualTo(206);
    assertThat(answer.body()).isEqualTo(Arrays.copyOfRange(sound, first, last + 1));
    assertThat(header(answer, "Content-Range"))
        .isEqualTo("bytes " + first + "-" + last + "/" + SIZE);
    assertThat(header(answer, "Content-Length")).isEqualTo(String.valueOf(last - first + 1));
    assertThat(header(answer, "Accept-Ranges")).isEqualTo("bytes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=300000-", "bytes=9-3", "bytes=-0", "bytes=x"})
  void refusesARangeOutsideOfTheFile(String range) {
    HttpResponse<byte[]> answer = api.get(USER, path, "Range", range);

    assertThat(answer.statusCode()).isEqualTo(416);
    assertThat(header(answer, "Content-Range")).isEqualTo("bytes */" + SIZE);
    assertThat(header(answer, "Content-Type")).startsWith("text/plain");
  }

  @Test
  void aConditionalRangeGetsTheWholeForThereIsNoValidator() {
    assertThat(api.get(USER, path, "Range", "bytes=0-1", "If-Range", "\"abc\"").statusCode())
        .isEqualTo(200);
  }

  @Test
  void headTellsTheSizeAndSendsNothing() {
    HttpResponse<byte[]> answer = api.head(USER, path, "Range", "bytes=0-1");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(header(answer, "Content-Length")).isEqualTo(String.valueOf(SIZE));
    assertThat(header(answer, "Accept-Ranges")).isEqualTo("bytes");
    assertThat(answer.body()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/recording", "/recording-url"})
  void anotherWorkspaceFindsNothing(String route) {
    HttpResponse<byte[]> answer =
        api.get(Api.user(new WorkspaceId("ws_2")), "/api/calls/" + call + route);

    assertThat(answer.statusCode()).isEqualTo(404);
  }

  @Test
  void whoActsInNoWorkspaceIsRefused() {
    assertThat(api.get(Caller.anybody(), path).statusCode()).isEqualTo(403);
  }

  @Test
  void anUnknownCallHasNoRecording() {
    HttpResponse<byte[]> stream = api.get(USER, "/api/calls/call_none/recording");
    HttpResponse<byte[]> link = api.get(USER, "/api/calls/call_none/recording-url");

    assertThat(stream.statusCode()).isEqualTo(404);
    assertThat(header(stream, "Content-Type")).startsWith("text/plain");
    assertThat(link.statusCode()).isEqualTo(404);
    assertThat(json(link).get("error").asString()).isNotBlank();
    assertThat(api.get(USER, "/api/calls/" + "x".repeat(300) + "/recording").statusCode())
        .isEqualTo(404);
  }

  @Test
  void aFileThatIsGoneIsNotFound() {
    Doubles.S3.delete(key());

    assertThat(api.get(USER, path).statusCode()).isEqualTo(404);
  }

  @Test
  void aRecordingThatIsNotReadyIsAConflict() {
    RoomName other = new RoomName(room + "-open");
    know(other);
    String open = "/api/calls/" + CallId.of(other);

    HttpResponse<byte[]> stream = api.get(USER, open + "/recording");
    HttpResponse<byte[]> link = api.get(USER, open + "/recording-url");

    assertThat(stream.statusCode()).isEqualTo(409);
    assertThat(header(stream, "Content-Type")).startsWith("text/plain");
    assertThat(link.statusCode()).isEqualTo(409);
    assertThat(json(link).get("error").asString()).isNotBlank();
    assertThat(json(link).get("status").asString()).isEqualTo("recording");
  }

  @Test
  void aFailedRecordingSaysSo() {
    RoomName other = new RoomName(room + "-failed");
    know(other, new GivenUp(NOW, "It never began."));

    HttpResponse<byte[]> link = api.get(USER, "/api/calls/" + CallId.of(other) + "/recording-url");

    assertThat(link.statusCode()).isEqualTo(409);
    assertThat(json(link).get("status").asString()).isEqualTo("failed");
  }

  @Test
  void aLinkPlaysForHalfAnHourAndNeverTrustsTheRequestForItsAddress() {
    HttpResponse<byte[]> link =
        api.get(USER, path + "-url", "X-Forwarded-Host", "evil.test", "Accept", "text/html,*/*");

    assertThat(link.statusCode()).isEqualTo(200);
    assertThat(json(link).get("expiresInSeconds").asInt()).isEqualTo(1800);
    String url = json(link).get("url").asString();
    String start = "https://api.example.test" + path + "-playback?token=";
    assertThat(url).startsWith(start);
    HttpResponse<byte[]> played = api.get(Caller.anybody(), playback(url), "Range", "bytes=5-9");
    assertThat(played.statusCode()).isEqualTo(206);
    assertThat(played.body()).isEqualTo(Arrays.copyOfRange(sound, 5, 10));
    assertThat(header(played, "Cache-Control")).isEqualTo("private, max-age=0, no-store");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?token=", "?token=1.abc", "?token=9999999999999.abc"})
  void aBadTokenIsRefused(String query) {
    HttpResponse<byte[]> answer = api.get(Caller.anybody(), path + "-playback" + query);

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(header(answer, "Content-Type")).startsWith("text/plain");
  }

  @Test
  void onlyHearingItAllFromTheBeginningIsAPlay() {
    String playback = playback(json(api.get(USER, path + "-url")).get("url").asString());
    api.head(Caller.anybody(), playback);
    api.get(Caller.anybody(), playback, "Range", "bytes=0-1");
    api.get(Caller.anybody(), playback, "Range", "bytes=1-");
    api.get(USER, path);
    // what an audio element asks before anybody presses play, and all of it fits in its buffer
    api.get(Caller.anybody(), playback, "Range", "bytes=0-");
    assertThat(plays()).isZero();

    api.get(Caller.anybody(), playback);
    byte[] longer = new byte[3 * 1024 * 1024];
    Doubles.S3.put(key(), longer);
    know(new ObjectFound(NOW, key(), longer.length));
    api.get(Caller.anybody(), playback, "Range", "bytes=0-");

    // the answer is complete for its reader a moment before it is counted
    await().untilAsserted(() -> assertThat(plays()).isEqualTo(2));
    assertThat(api.get(USER, path).statusCode()).isEqualTo(200);
  }

  private long plays() {
    return jdbc.sql("select plays from recordings where call_id = :call")
        .param("call", call.value())
        .query(Long.class)
        .single();
  }

  private void know(RecordingFact... facts) {
    know(room, facts);
  }

  private void know(RoomName of, RecordingFact... facts) {
    CallId id = CallId.of(of);
    recordFact.record(id, List.of(new Wanted(NOW, WORKSPACE, of, "calls/" + id + ".mp3")));
    recordFact.record(id, List.of(facts));
  }

  private String key() {
    return "calls/" + call + ".mp3";
  }

  private static String playback(String url) {
    return url.substring("https://api.example.test".length());
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  private static JsonNode json(HttpResponse<byte[]> answer) {
    return new JsonMapper().readTree(new String(answer.body(), UTF_8));
  }
}
