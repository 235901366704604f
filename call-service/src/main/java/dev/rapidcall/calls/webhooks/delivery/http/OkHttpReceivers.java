package dev.rapidcall.calls.webhooks.delivery.http;

import dev.rapidcall.calls.webhooks.delivery.Receivers;
import dev.rapidcall.calls.webhooks.delivery.SendResult;
import dev.rapidcall.calls.webhooks.delivery.WebhookRequest;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import okhttp3.ConnectionPool;
import okhttp3.Headers;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/**
 * Sends by OkHttp: to the checked addresses only, through no proxy, after no redirect. Of an answer
 * the status counts; its body is read to a bound and dropped.
 */
final class OkHttpReceivers implements Receivers {
  private static final MediaType JSON = MediaType.get("application/json");
  private static final long MOST_READ = 64 * 1024L;
  private static final int FIRST_REDIRECT = 300;
  private static final int FIRST_ERROR = 400;

  private final Destinations destinations;
  private final Clock clock;
  private final OkHttpClient http;

  OkHttpReceivers(Destinations destinations, Duration timeout, Clock clock) {
    this.destinations = destinations;
    this.clock = clock;
    this.http =
        new OkHttpClient.Builder()
            .callTimeout(timeout)
            .connectTimeout(timeout)
            .readTimeout(timeout)
            .writeTimeout(timeout)
            .followRedirects(false)
            .followSslRedirects(false)
            .proxy(Proxy.NO_PROXY)
            .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
            .build();
  }

  @Override
  public SendResult send(WebhookRequest request) {
    Instant begun = clock.instant();
    try {
      Destination destination = destinations.check(request.url());
      int status = post(destination, request);
      return result(status, unwanted(status), begun);
    } catch (RefusedException e) {
      return result(null, e.getMessage(), begun);
    } catch (IOException e) {
      if (Thread.currentThread().isInterrupted()) {
        throw new IllegalStateException("stopped while sending", e);
      }
      return result(null, words(e), begun);
    }
  }

  private int post(Destination destination, WebhookRequest request) throws IOException {
    OkHttpClient pinned = http.newBuilder().dns(host -> destination.addresses()).build();
    Request post =
        new Request.Builder()
            .url(destination.url())
            .headers(Headers.of(request.headers()))
            .header("User-Agent", "RapidCall-Webhooks")
            .post(RequestBody.create(request.body().getBytes(StandardCharsets.UTF_8), JSON))
            .build();
    try (Response response = pinned.newCall(post).execute()) {
      drop(response.body().source());
      return response.code();
    }
  }

  /** Lets a polite receiver finish its answer; one that goes on and on is left. */
  private static void drop(BufferedSource source) {
    try {
      Buffer dropped = new Buffer();
      long left = MOST_READ;
      while (left > 0) {
        long read = source.read(dropped, left);
        if (read < 0) {
          return;
        }
        left -= read;
        dropped.clear();
      }
    } catch (IOException e) {
      // the status has been told, which is all we want to know
    }
  }

  private SendResult result(@Nullable Integer status, @Nullable String error, Instant begun) {
    return new SendResult(status, error, Duration.between(begun, clock.instant()));
  }

  private static @Nullable String unwanted(int status) {
    if (status < FIRST_REDIRECT) {
      return null;
    }
    return status < FIRST_ERROR ? "redirects are not followed" : "the receiver answered " + status;
  }

  /** Ours, not the exception's own, which may tell of the inside. */
  private static String words(IOException problem) {
    return switch (problem) {
      case java.io.InterruptedIOException late -> "no answer in time";
      case ConnectException refused -> "the connection was refused";
      case SSLException tls -> "no trusted TLS connection";
      default -> "the connection broke";
    };
  }
}
