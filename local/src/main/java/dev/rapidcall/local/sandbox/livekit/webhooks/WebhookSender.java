package dev.rapidcall.local.sandbox.livekit.webhooks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Posts a webhook, again after a pause when nobody answers or the answer is 5xx. Any other answer
 * is final.
 */
public final class WebhookSender {

  private static final Logger log = LoggerFactory.getLogger(WebhookSender.class);
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final HttpClient http;
  private final URI url;
  private final WebhookSignature signature;
  private final List<Duration> pauses;

  /** Sends to this URL, with these pauses before further attempts. */
  public WebhookSender(
      HttpClient http, URI url, WebhookSignature signature, List<Duration> pauses) {
    this.http = http;
    this.url = url;
    this.signature = signature;
    this.pauses = List.copyOf(pauses);
  }

  void send(String body) {
    try {
      Iterator<Duration> pause = pauses.iterator();
      while (!delivered(body)) {
        if (!pause.hasNext()) {
          log.warn("sandbox: webhook given up after {} attempts", pauses.size() + 1);
          return;
        }
        Thread.sleep(pause.next());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean delivered(String body) throws InterruptedException {
    try {
      int status = http.send(request(body), BodyHandlers.discarding()).statusCode();
      if (status >= 400) {
        log.warn("sandbox: webhook answered with {}", status);
      }
      return status < 500;
    } catch (IOException e) {
      log.debug("sandbox: webhook not delivered", e);
      return false;
    }
  }

  private HttpRequest request(String body) {
    return HttpRequest.newBuilder(url)
        .timeout(TIMEOUT)
        .header("Content-Type", "application/webhook+json")
        .header("Authorization", signature.of(body))
        .POST(BodyPublishers.ofString(body))
        .build();
  }
}
