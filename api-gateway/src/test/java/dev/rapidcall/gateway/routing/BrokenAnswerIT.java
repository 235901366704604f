package dev.rapidcall.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rapidcall.gateway.testing.Answer;
import dev.rapidcall.gateway.testing.GatewayIT;
import dev.rapidcall.gateway.testing.StandInOwner;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class BrokenAnswerIT extends GatewayIT {
  private static final int SENT = 100_000;

  /** The length that the owner says; 0 is none, so that the answer comes in chunks. */
  @ParameterizedTest
  @CsvSource({
    "/api/calls/call_b1, 0",
    "/api/calls/call_b2, 200000",
    "/api/calls/call_b3/recording, 0",
    "/api/calls/call_b4/recording, 200000",
  })
  void halfAnAnswerDoesNotLookLikeAWholeOne(String path, long length, CapturedOutput output)
      throws IOException {
    OWNER.at(
        path,
        (exchange, request) -> {
          exchange.sendResponseHeaders(200, length);
          exchange.getResponseBody().write(new byte[SENT]);
          exchange.getResponseBody().flush();
          StandInOwner.breakOff(exchange);
        });
    SignedUp person = signUp();

    HttpResponse<InputStream> answer =
        get(path).bearer(person.token()).send(BodyHandlers.ofInputStream());

    try (InputStream body = answer.body()) {
      assertThatExceptionOfType(IOException.class)
          .isThrownBy(() -> body.transferTo(OutputStream.nullOutputStream()));
    }
    assertThat(output).contains("broke off its answer").doesNotContain("Servlet.service()");
    assertThat(output).doesNotContain("unexpected failure");
  }

  @Test
  void whatHasNotBegunIsA503() {
    String path = "/api/calls/call_b5";
    OWNER.at(
        path,
        (exchange, request) -> {
          exchange.sendResponseHeaders(200, 200);
          exchange.getResponseBody().write(new byte[100]);
          exchange.getResponseBody().flush();
          StandInOwner.breakOff(exchange);
        });

    Answer answer = get(path).fromDashboard().bearer(signUp().token()).send();

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.json().path("error").asString()).isNotBlank();
    assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(DASHBOARD);
  }

  @Test
  void aReaderWhoLeavesAStreamFreesItsOwner(CapturedOutput output) throws Exception {
    CountDownLatch noticed = new CountDownLatch(1);
    OWNER.at(
        "/api/events",
        (exchange, request) -> {
          exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
          exchange.sendResponseHeaders(200, 0);
          try (OutputStream stream = exchange.getResponseBody()) {
            while (true) {
              stream.write(":alive\n\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
              stream.flush();
            }
          } catch (IOException e) {
            noticed.countDown();
          }
        });

    HttpResponse<InputStream> answer =
        get("/api/events").bearer(signUp().token()).send(BodyHandlers.ofInputStream());
    try (InputStream stream = answer.body()) {
      assertThat(stream.readNBytes(100)).hasSize(100);
    }

    assertThat(noticed.await(30, TimeUnit.SECONDS)).isTrue();
    assertThat(output).doesNotContain(" ERROR ");
  }
}
