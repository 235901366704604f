package dev.rapidcall.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.gateway.testing.Answer;
import dev.rapidcall.gateway.testing.GatewayIT;
import dev.rapidcall.gateway.testing.StandInOwner;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UploadIT extends GatewayIT {
  private static final int MIB = 1024 * 1024;
  private static final String MULTIPART = "multipart/form-data; boundary=----boundary";

  @ParameterizedTest
  @CsvSource({
    "/api/calls/{id}/recording, 50",
    "/api/kb/folders/{id}/pdf, 20",
  })
  void passesAnUploadOnByteForByte(String template, int mebibytes) {
    String path = template.replace("{id}", UUID.randomUUID().toString());
    theCallIsKnown(path);
    OWNER.reading(
        path,
        exchange -> {
          DigestInputStream body = new DigestInputStream(exchange.getRequestBody(), sha256());
          long length = body.transferTo(OutputStream.nullOutputStream());
          String type = exchange.getRequestHeaders().getFirst("Content-Type");
          StandInOwner.answer(
              exchange, 200, length + " " + hex(body.getMessageDigest()) + " " + type);
        });
    byte[] file = new byte[mebibytes * MIB];
    new Random(7).nextBytes(file);

    Answer answer = upload(path, BodyPublishers.ofByteArray(file));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(file.length + " " + hex(sha256(), file) + " " + MULTIPART);
  }

  @Test
  @DisplayName("weakness 18: an upload is passed on while it comes, not held in memory")
  void passesAnUploadOnWhileItComes() {
    String path = "/api/calls/" + UUID.randomUUID() + "/recording";
    theCallIsKnown(path);
    CountDownLatch firstHalfArrived = new CountDownLatch(1);
    byte[] half = new byte[MIB];
    OWNER.reading(
        path,
        exchange -> {
          exchange.getRequestBody().readNBytes(half.length / 2);
          firstHalfArrived.countDown();
          exchange.getRequestBody().readAllBytes();
          StandInOwner.answer(exchange, 200, "{}");
        });

    Answer answer =
        upload(
            path,
            BodyPublishers.ofInputStream(
                () ->
                    new SequenceInputStream(
                        new ByteArrayInputStream(half), new Awaited(firstHalfArrived, half))));

    assertThat(answer.status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "/api/calls/c1/recording, 51",
    "/api/kb/folders/f1/pdf, 21",
    "/api/agents, 11",
    "/api/auth/login, 1",
  })
  void refusesAnUploadThatIsTooLarge(String path, int mebibytes) {
    theCallIsKnown(path);
    OWNER.json(path, 200, "{}");
    byte[] large = new byte[mebibytes * MIB];

    for (BodyPublisher body :
        new BodyPublisher[] {
          BodyPublishers.ofByteArray(large),
          BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large))
        }) {
      Answer answer = upload(path, body);

      assertThat(answer.status()).isEqualTo(413);
      assertThat(answer.body()).isEqualTo("{\"error\":\"Request body too large\"}");
      assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(DASHBOARD);
    }
  }

  private static void theCallIsKnown(String path) {
    OWNER.json(path.replace("/recording", ""), 200, "{\"call\":{}}");
  }

  private Answer upload(String path, BodyPublisher body) {
    return post(path)
        .fromDashboard()
        .bearer(signUp().token())
        .with("Content-Type", MULTIPART)
        .body(body)
        .send();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private static String hex(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }

  private static String hex(MessageDigest digest, byte[] bytes) {
    return HexFormat.of().formatHex(digest.digest(bytes));
  }

  /** Bytes that come only when something has happened. */
  private static final class Awaited extends InputStream {
    private final CountDownLatch before;
    private final InputStream bytes;

    Awaited(CountDownLatch before, byte[] bytes) {
      this.before = before;
      this.bytes = new ByteArrayInputStream(bytes);
    }

    @Override
    public int read() throws IOException {
      await();
      return bytes.read();
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      await();
      return bytes.read(buffer, offset, length);
    }

    private void await() throws IOException {
      try {
        if (!before.await(30, TimeUnit.SECONDS)) {
          throw new IOException("the first half never arrived");
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException(e);
      }
    }
  }
}
