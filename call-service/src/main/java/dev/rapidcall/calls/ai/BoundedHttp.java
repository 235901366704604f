package dev.rapidcall.calls.ai;

import dev.rapidcall.calls.ai.ProviderException.Kind;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Requests to one provider: so many at once, a deadline for the whole answer, no more than so many
 * bytes, no redirects, no second try.
 */
public final class BoundedHttp {
  private static final int CLIENT_ERROR = 400;
  private static final int SERVER_ERROR = 500;
  private static final int TOO_MANY = 429;
  private static final int REQUEST_TIMEOUT = 408;
  private static final int LONGEST_EXCERPT = 300;

  private final String provider;
  private final Bounds bounds;
  private final HttpClient http;
  private final Semaphore places;

  /** How much of everything. */
  public record Bounds(Duration connect, Duration answer, long bytes, int atOnce) {}

  /** For the provider of that name. */
  public BoundedHttp(String provider, Bounds bounds) {
    this.provider = provider;
    this.bounds = bounds;
    this.places = new Semaphore(bounds.atOnce());
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(bounds.connect())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  /**
   * The body of a successful answer.
   *
   * @throws ProviderException for any other
   */
  public byte[] send(HttpRequest request) {
    try {
      if (!places.tryAcquire(bounds.connect().toMillis(), TimeUnit.MILLISECONDS)) {
        throw new ProviderException(Kind.UNREACHABLE, "Too many requests to " + provider);
      }
      try {
        return body(await(request));
      } finally {
        places.release();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ProviderException(Kind.UNREACHABLE, "Interrupted while asking " + provider);
    }
  }

  private HttpResponse<byte[]> await(HttpRequest request) throws InterruptedException {
    CompletableFuture<HttpResponse<byte[]>> answer =
        http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), bounds.bytes()));
    try {
      return answer.get(bounds.answer().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new ProviderException(
          Kind.UNREACHABLE,
          provider + " did not answer within " + bounds.answer().toMillis() + " ms");
    } catch (ExecutionException e) {
      throw new ProviderException(Kind.UNREACHABLE, provider + " gave no whole answer");
    } finally {
      answer.cancel(true);
    }
  }

  private byte[] body(HttpResponse<byte[]> answer) {
    int status = answer.statusCode();
    if (status < CLIENT_ERROR && status / 100 == 2) {
      return answer.body();
    }
    boolean mayPass = status >= SERVER_ERROR || status == TOO_MANY || status == REQUEST_TIMEOUT;
    throw new ProviderException(
        mayPass ? Kind.UNREACHABLE : Kind.REFUSED,
        provider + " answered " + status + excerpt(status, answer.body()));
  }

  /** What a provider says about a key may repeat the key. */
  private static String excerpt(int status, byte[] body) {
    if (status == 401 || status == 403) {
      return ": our key was refused";
    }
    String text = new String(body, StandardCharsets.UTF_8).strip().replaceAll("\\s+", " ");
    return text.isEmpty() ? "" : ": " + text.substring(0, Math.min(text.length(), LONGEST_EXCERPT));
  }
}
