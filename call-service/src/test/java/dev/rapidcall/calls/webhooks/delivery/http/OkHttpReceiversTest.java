package dev.rapidcall.calls.webhooks.delivery.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.calls.webhooks.delivery.SendResult;
import dev.rapidcall.calls.webhooks.delivery.WebhookRequest;
import dev.rapidcall.calls.webhooks.testing.Receiver;
import java.io.OutputStream;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class OkHttpReceiversTest {
  private static final Duration TIMEOUT = Duration.ofMillis(800);
  private static final SendingSettings LOOSE = new SendingSettings(true, Set.of(443), TIMEOUT);

  private final Receiver receiver = Receiver.open();
  private final CountDownLatch over = new CountDownLatch(1);

  @AfterEach
  void close() {
    over.countDown();
    receiver.close();
  }

  @Test
  void sendsTheBodyAsItIsWithItsHeaders() {
    SendResult result = send(receiver.url());

    assertThat(result.status()).isEqualTo(200);
    assertThat(result.error()).isNull();
    assertThat(receiver.received())
        .singleElement()
        .satisfies(
            request -> {
              assertThat(request.body()).isEqualTo("{\"a\":\"\u00e4\"}");
              assertThat(request.header("Content-Type")).isEqualTo("application/json");
              assertThat(request.header("webhook-id")).isEqualTo("evt_1");
            });
  }

  @Test
  @DisplayName("weakness 17: a redirect to an address inside is not followed")
  void followsNoRedirect() {
    try (Receiver inside = Receiver.open()) {
      receiver.next(
          exchange -> {
            exchange.getResponseHeaders().add("Location", inside.url());
            exchange.sendResponseHeaders(307, -1);
          });

      SendResult result = send(receiver.url());

      assertThat(result.status()).isEqualTo(307);
      assertThat(result.error()).isEqualTo("redirects are not followed");
      assertThat(inside.received()).isEmpty();
    }
  }

  @Test
  @DisplayName("weakness 17: a name that is looked up again leads nowhere else")
  void goesWhereTheCheckWas() {
    try (Receiver checked = Receiver.openAt("127.0.0.2", 0);
        Receiver rebound = Receiver.openAt("127.0.0.3", checked.port())) {
      Deque<String> answers = new ArrayDeque<>(List.of("127.0.0.2", "127.0.0.3", "127.0.0.3"));
      SendResult result =
          receivers(host -> List.of(InetAddress.ofLiteral(answers.removeFirst())))
              .send(request("http://rebinding.example:" + checked.port() + "/"));

      assertThat(result.status()).isEqualTo(200);
      assertThat(checked.received()).hasSize(1);
      assertThat(rebound.received()).isEmpty();
      assertThat(answers).hasSize(2);
    }
  }

  @Test
  void readsOfAHugeAnswerOnlyTheBeginning() {
    AtomicLong written = new AtomicLong();
    receiver.next(
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          byte[] block = new byte[64 * 1024];
          try (OutputStream body = exchange.getResponseBody()) {
            for (int i = 0; i < 10_000; i++) {
              body.write(block);
              written.addAndGet(block.length);
            }
          } finally {
            over.countDown();
          }
        });

    assertThat(send(receiver.url()).status()).isEqualTo(200);
    assertThat(over).satisfies(CountDownLatch::await);
    assertThat(written.get()).isLessThan(100L * 1024 * 1024);
  }

  @Test
  void doesNotWaitForABodyThatNeverEnds() {
    receiver.next(
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          exchange.getResponseBody().write('x');
          exchange.getResponseBody().flush();
          hold();
        });

    assertThat(send(receiver.url()).status()).isEqualTo(200);
  }

  @Test
  void callsSilenceByItsName() {
    receiver.next(exchange -> hold());

    SendResult result = send(receiver.url());

    assertThat(result.status()).isNull();
    assertThat(result.error()).isEqualTo("no answer in time");
  }

  @Test
  void callsAClosedDoorByItsName() {
    String url = receiver.url();
    receiver.close();

    assertThat(send(url).error()).isEqualTo("the connection was refused");
  }

  @Test
  void saysWhyItDoesNotSendAtAll() {
    SendingSettings strict = new SendingSettings(false, Set.of(443), TIMEOUT);
    OkHttpReceivers receivers =
        new OkHttpReceivers(
            new Destinations(
                strict, host -> List.of(InetAddress.getAllByName(host)), PublicAddress::isPublic),
            TIMEOUT,
            Clock.systemUTC());

    assertThat(receivers.send(request("https://127.0.0.1/")).error())
        .isEqualTo("the address is not on the public internet");
  }

  private void hold() {
    try {
      over.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static SendResult send(String url) {
    return receivers(host -> List.of(InetAddress.getAllByName(host))).send(request(url));
  }

  private static OkHttpReceivers receivers(Resolver resolver) {
    return new OkHttpReceivers(
        new Destinations(LOOSE, resolver, PublicAddress::isPublic), TIMEOUT, Clock.systemUTC());
  }

  private static WebhookRequest request(String url) {
    return new WebhookRequest(url, Map.of("webhook-id", "evt_1"), "{\"a\":\"\u00e4\"}");
  }
}
