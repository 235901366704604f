package dev.rapidcall.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import dev.rapidcall.gateway.testing.Answer;
import dev.rapidcall.gateway.testing.GatewayIT;
import dev.rapidcall.gateway.testing.StandInOwner;
import dev.rapidcall.testing.Multipart;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecordingUploadIT extends GatewayIT {
  private static final byte[] SOUND = "some sound".getBytes(StandardCharsets.UTF_8);

  private final String call = "call_" + UUID.randomUUID();
  private final String path = "/api/calls/" + call;
  private final byte[] form = new Multipart().file("file", "a.webm", "audio/webm", SOUND).bytes();

  @BeforeEach
  void keepsUploads() {
    OWNER.at(path + "/recording", (exchange, request) -> kept(exchange));
    OWNER.json(path, 200, "{\"call\":{\"id\":\"" + call + "\"}}");
  }

  private static void kept(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("X-Event-Id", "recording:c:uploaded:a b");
    StandInOwner.answer(
        exchange, 200, "{\"ok\":true,\"recordingUrl\":\"/the/url\",\"recording\":{}}");
  }

  @Test
  void anUploadIsAnsweredWithTheCallThatShowsIt() {
    OWNER.json(path, 200, "{\"call\":{\"id\":\"" + call + "\"}}");

    Answer answer = upload();

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body())
        .isEqualTo(
            "{\"ok\":true,\"recordingUrl\":\"/the/url\",\"call\":{\"id\":\"" + call + "\"}}");
    assertThat(OWNER.seenAt(path + "/recording").getLast().body()).isEqualTo(form);
    assertThat(OWNER.seenAt(path).getLast().query())
        .isEqualTo("afterEvent=recording%3Ac%3Auploaded%3Aa%20b");
  }

  @Test
  void aCallThatDoesNotShowItYetIsSaidToBeOnItsWay() {
    OWNER.at(
        path,
        (exchange, request) -> {
          exchange.getResponseHeaders().set("X-Pending-Event", "e");
          StandInOwner.answer(exchange, 200, "{\"call\":{}}");
        });

    assertThat(upload().status()).isEqualTo(202);
  }

  @Test
  void whatWasKeptStaysKeptWhenTheCallCannotBeRead() {
    OWNER.at(
        path,
        (exchange, request) -> {
          if (request.query().isEmpty()) {
            StandInOwner.answer(exchange, 200, "{\"call\":{}}");
          } else {
            StandInOwner.breakOff(exchange);
          }
        });

    Answer answer = upload();

    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.body()).isEqualTo("{\"ok\":true,\"recordingUrl\":\"/the/url\"}");
  }

  @Test
  void whatCallServiceDoesNotKnowIsNotEvenAskedFor() {
    OWNER.json(path, 404, "{\"error\":\"Call not found\"}");

    assertThat(upload().status()).isEqualTo(404);
    assertThat(upload().body()).isEqualTo("{\"error\":\"Call not found\"}");
    assertThat(OWNER.seenAt(path + "/recording")).isEmpty();
  }

  @Test
  void withoutCallServiceAnUploadIsToBeTriedAgain() {
    OWNER.at(path, (exchange, request) -> StandInOwner.breakOff(exchange));

    assertThat(upload().status()).isEqualTo(503);
    assertThat(OWNER.seenAt(path + "/recording")).isEmpty();
  }

  @Test
  void aRefusalIsPassedOn() {
    OWNER.json(path + "/recording", 404, "{\"error\":\"Call not found\"}");

    assertThat(upload().status()).isEqualTo(404);
    assertThat(upload().body()).isEqualTo("{\"error\":\"Call not found\"}");
  }

  private Answer upload() {
    return post(path + "/recording")
        .fromDashboard()
        .bearer(signUp().token())
        .with("Content-Type", Multipart.type())
        .body(BodyPublishers.ofByteArray(form))
        .send();
  }
}
