package dev.rapidcall.gateway.owners;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

class HttpClientsTest {
  private static final Duration SILENCE = Duration.ofMillis(300);
  private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\n";

  private final RestClient http = HttpClients.patientFor(SILENCE);
  private final CountDownLatch over = new CountDownLatch(1);
  private final ServerSocket owner;

  HttpClientsTest() throws IOException {
    owner = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  }

  @AfterEach
  void close() throws IOException {
    over.countDown();
    owner.close();
  }

  @Test
  @DisplayName("fault F2: an owner that was stopped holds nobody for ever")
  void givesUpOnWhoAcceptsAndSaysNothing() {
    serve(socket -> over.await());

    assertThatExceptionOfType(ResourceAccessException.class)
        .isThrownBy(() -> http.get().uri(address()).retrieve().toBodilessEntity())
        .withRootCauseInstanceOf(SocketTimeoutException.class);
  }

  @Test
  void givesUpOnWhoFallsSilentInTheMiddle() {
    serve(
        socket -> {
          socket.getOutputStream().write((HEAD + "ab").getBytes(UTF_8));
          over.await();
        });

    assertThatExceptionOfType(ResourceAccessException.class)
        .isThrownBy(() -> read(InputStream::readAllBytes))
        .withRootCauseInstanceOf(SocketTimeoutException.class);
  }

  @Test
  void waitsForAReaderAsLongAsHeLikes() {
    CountDownLatch readerIsSlow = new CountDownLatch(1);
    serve(
        socket -> {
          socket.getOutputStream().write((HEAD + "abcd").getBytes(UTF_8));
          over.await();
        });

    String read =
        read(
            body -> {
              assertThat(readerIsSlow.await(2 * SILENCE.toMillis(), MILLISECONDS)).isFalse();
              return body.readAllBytes();
            });

    assertThat(read).isEqualTo("abcd");
  }

  private String address() {
    return "http://127.0.0.1:" + owner.getLocalPort() + "/";
  }

  private String read(Reading reading) {
    return http.get()
        .uri(address())
        .exchange(
            (request, response) -> {
              try {
                return new String(reading.of(response.getBody()), UTF_8);
              } catch (InterruptedException e) {
                throw new IOException(e);
              }
            });
  }

  private void serve(Serving serving) {
    Thread.ofVirtual()
        .start(
            () -> {
              try (Socket socket = owner.accept()) {
                serving.serve(socket);
              } catch (IOException | InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
  }

  @FunctionalInterface
  private interface Serving {
    void serve(Socket socket) throws IOException, InterruptedException;
  }

  @FunctionalInterface
  private interface Reading {
    byte[] of(InputStream body) throws IOException, InterruptedException;
  }
}
