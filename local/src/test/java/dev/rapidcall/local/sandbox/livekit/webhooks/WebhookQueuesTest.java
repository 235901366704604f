package dev.rapidcall.local.sandbox.livekit.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.rapidcall.local.sandbox.livekit.wire.SigningKey;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebhookQueuesTest {

  private static final List<Duration> RETRIES = List.of(Duration.ofMillis(1), Duration.ofMillis(2));

  private final BlockingQueue<String> arrived = new LinkedBlockingQueue<>();
  private final BlockingQueue<Integer> answers = new LinkedBlockingQueue<>();
  private final AtomicLong nanoTime = new AtomicLong();
  private final HttpClient http = HttpClient.newHttpClient();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private HttpServer server;
  private WebhookQueues queues;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext(
        "/",
        exchange -> {
          byte[] body = exchange.getRequestBody().readAllBytes();
          arrived.add(new String(body, StandardCharsets.UTF_8));
          exchange.sendResponseHeaders(nextAnswer(), -1);
          exchange.close();
        });
    server.start();
    URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    WebhookSignature signature =
        new WebhookSignature(new SigningKey("key", "secret"), Clock.systemUTC());
    WebhookSender sender = new WebhookSender(http, url, signature, RETRIES);
    queues = new WebhookQueues(sender, Duration.ofSeconds(30), nanoTime::get);
  }

  @AfterEach
  void stop() {
    queues.close();
    server.stop(0);
    threads.shutdownNow();
    http.close();
  }

  @Test
  void anErrorOfTheReceiverIsTriedAgainAndHoldsBackWhatFollows() throws InterruptedException {
    answers.addAll(List.of(503, 500, 200, 200));
    queues.offer("room", "first");
    queues.offer("room", "second");

    assertThat(List.of(arrived.take(), arrived.take(), arrived.take(), arrived.take()))
        .containsExactly("first", "first", "first", "second");
  }

  @Test
  void aRefusalIsFinal() throws InterruptedException {
    answers.addAll(List.of(400, 200));
    queues.offer("room", "first");
    queues.offer("room", "second");

    assertThat(List.of(arrived.take(), arrived.take())).containsExactly("first", "second");
  }

  @Test
  void whatIsTriedTooOftenIsGivenUp() throws InterruptedException {
    answers.addAll(List.of(503, 503, 503, 200));
    queues.offer("room", "first");
    queues.offer("room", "second");

    assertThat(List.of(arrived.take(), arrived.take(), arrived.take(), arrived.take()))
        .containsExactly("first", "first", "first", "second");
  }

  @Test
  void whatWaitedTooLongIsDropped() throws InterruptedException {
    queues.offer("room", "first");
    arrived.take();
    queues.offer("room", "second");
    nanoTime.set(Duration.ofSeconds(31).toNanos());
    queues.offer("room", "third");
    answers.addAll(List.of(200, 200));

    assertThat(arrived.take()).isEqualTo("third");
  }

  @Test
  void oneRoomDoesNotWaitForAnother() throws InterruptedException {
    queues.offer("slow", "first");
    arrived.take();
    queues.offer("other", "second");

    assertThat(arrived.take()).isEqualTo("second");
    answers.addAll(List.of(200, 200));
  }

  private int nextAnswer() {
    try {
      return answers.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 500;
    }
  }
}
