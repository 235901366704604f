package dev.rapidcall.recordings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.events.CallId;
import dev.rapidcall.events.RoomName;
import dev.rapidcall.events.WorkspaceId;
import dev.rapidcall.recordings.testing.Api;
import dev.rapidcall.recordings.testing.Doubles;
import dev.rapidcall.recordings.testing.Told;
import dev.rapidcall.recordings.testing.ToldConfiguration;
import dev.rapidcall.service.identity.Caller;
import dev.rapidcall.service.identity.InternalTokens;
import dev.rapidcall.testing.Multipart;
import dev.rapidcall.testing.RapidCallIT;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.client.RestClient;

/** The service alone, with nothing set but what it must have. */
@RapidCallIT(
    classes = RecordingService.class,
    properties = {
      "spring.config.name=recording-service",
      "EGRESS_S3_BUCKET=",
      "EGRESS_S3_REGION=",
      "EGRESS_S3_ACCESS_KEY=",
      "EGRESS_S3_SECRET=",
      "EGRESS_S3_ENDPOINT=",
      "EGRESS_S3_FORCE_PATH_STYLE=",
      "AGENT_SHARED_SECRET="
    })
@Import(ToldConfiguration.class)
class NotConfiguredIT {
  private final WorkspaceId workspace = new WorkspaceId("ws_none");
  @Autowired private Told told;
  @Autowired private JdbcClient jdbc;
  @Autowired private InternalTokens tokens;
  @LocalServerPort private int port;

  @Test
  void isHealthy() {
    assertThat(get("/health")).isEqualTo(200);
    assertThat(get("/actuator/health")).isEqualTo(200);
  }

  @Test
  void withoutABucketNothingIsRecorded() {
    RoomName room = Told.newRoom();
    Doubles.LIVEKIT.egresses().alreadyRuns(room, "calls/any.mp3");

    told.callStarted(room, workspace);
    told.tell(Doubles.LIVEKIT.report(room));
    told.callEnded(room, workspace);

    assertThat(
            jdbc.sql("select status || ' ' || step from recordings where call_id = :call")
                .param("call", CallId.of(room).value())
                .query(String.class)
                .list())
        .containsExactly("NONE NONE");
    assertThat(get("/api/calls/" + CallId.of(room) + "/recording")).isEqualTo(404);
    assertThat(get("/api/calls/" + CallId.of(room) + "/recording-url")).isEqualTo(404);
  }

  @Test
  void anUploadIsToldThatThereIsNoStorageAndAnotherWorkspaceThatThereIsNoCall() {
    RoomName room = Told.newRoom();
    told.callStarted(room, workspace);
    Api api = new Api(port, tokens);
    String path = "/api/calls/" + CallId.of(room) + "/recording";
    byte[] form = new Multipart().file("file", "a", "audio/webm", new byte[] {1}).bytes();

    HttpResponse<byte[]> answer = api.post(Api.user(workspace), path, Multipart.type(), form);

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("not configured");
    assertThat(
            api.post(Api.user(new WorkspaceId("ws_x")), path, Multipart.type(), form).statusCode())
        .isEqualTo(404);
  }

  private int get(String path) {
    return RestClient.create("http://127.0.0.1:" + port)
        .get()
        .uri(path)
        .header("Authorization", "Bearer " + tokens.mint(Caller.user("u1", workspace), "r1"))
        .exchange((request, response) -> response.getStatusCode().value());
  }
}
