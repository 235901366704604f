package dev.rapidcall.gateway.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.gateway.testing.Answer;
import dev.rapidcall.gateway.testing.ClockedGatewayIT;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Uploads are passed on while they come, so their bodies are compared afterwards. */
class UploadsOncePerKeyIT extends ClockedGatewayIT {
  @Autowired private JdbcClient sql;

  private final String path = "/api/kb/folders/" + UUID.randomUUID() + "/pdf";
  private final String key = "k" + UUID.randomUUID();

  @Test
  void takesAnUploadOnce() {
    OWNER.json(path, 201, "{\"id\":1}");
    SignedUp person = signUp();

    assertThat(upload(person, whole("one")).status()).isEqualTo(201);
    Answer again = upload(person, whole("one"));

    assertThat(again.body()).isEqualTo("{\"id\":1}");
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(OWNER.seenAt(path)).hasSize(1);
    assertThat(OWNER.seenAt(path).getFirst().header(ScopedKey.HEADER)).isNotEqualTo(key);
  }

  @Test
  void refusesAnotherFileOfTheSameOrAnotherLength() {
    OWNER.json(path, 201, "{\"id\":1}");
    SignedUp person = signUp();
    upload(person, whole("one"));

    assertThat(upload(person, whole("two")).status()).isEqualTo(422);
    assertThat(upload(person, whole("a longer one")).status()).isEqualTo(422);
    assertThat(upload(person, whole("one")).status()).isEqualTo(201);
    assertThat(OWNER.seenAt(path)).hasSize(1);
  }

  @Test
  void comparesAnUploadThatDoesNotSayItsLength() {
    OWNER.json(path, 201, "{\"id\":1}");
    SignedUp person = signUp();

    assertThat(upload(person, inPieces("one")).status()).isEqualTo(201);
    assertThat(upload(person, inPieces("two")).status()).isEqualTo(422);
    assertThat(upload(person, inPieces("one")).header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(OWNER.seenAt(path)).hasSize(1);
  }

  @Test
  void staysClaimedWhileItComesOverASlowLine() {
    OWNER.json(path, 201, "{}");
    AtomicBoolean overdue = new AtomicBoolean();

    Answer answer =
        upload(
            signUp(),
            BodyPublishers.ofInputStream(
                () ->
                    new ByteArrayInputStream(new byte[4 * 1024 * 1024]) {
                      @Override
                      public synchronized int read(byte[] buffer, int offset, int length) {
                        if (available() < 1024 * 1024 && !overdue.getAndSet(true)) {
                          expire();
                          clock.forward(Duration.ofSeconds(31));
                        }
                        return super.read(buffer, offset, length);
                      }
                    }));

    assertThat(answer.status()).isEqualTo(201);
    assertThat(overdue).isTrue();
    assertThat(isClaimed()).isTrue();
  }

  private void expire() {
    sql.sql("UPDATE idempotent_requests SET claimed_until = now() WHERE idempotency_key = :key")
        .param("key", key)
        .update();
  }

  private boolean isClaimed() {
    return sql.sql(
            "SELECT claimed_until > now() FROM idempotent_requests WHERE idempotency_key = :key")
        .param("key", key)
        .query(Boolean.class)
        .single();
  }

  private Answer upload(SignedUp person, BodyPublisher body) {
    return post(path)
        .fromDashboard()
        .bearer(person.token())
        .with(ScopedKey.HEADER, key)
        .with("Content-Type", "multipart/form-data; boundary=b")
        .body(body)
        .send();
  }

  private static BodyPublisher whole(String content) {
    return BodyPublishers.ofString("--b\r\n\r\n" + content);
  }

  private static BodyPublisher inPieces(String content) {
    byte[] bytes = ("--b\r\n\r\n" + content).getBytes(StandardCharsets.UTF_8);
    return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes));
  }
}
