package dev.rapidcall.calls.testing;

import dev.rapidcall.events.WorkspaceId;
import dev.rapidcall.service.environment.Secret;
import dev.rapidcall.service.identity.Caller;
import dev.rapidcall.service.identity.InternalTokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service over HTTP, as somebody. */
public final class Api {
  private static final JsonMapper JSON = new JsonMapper();
  private final HttpClient http = HttpClient.newHttpClient();
  private final String base;
  private final InternalTokens tokens;
  private final @Nullable Caller caller;
  private final @Nullable String key;

  private Api(String base, InternalTokens tokens, @Nullable Caller caller, @Nullable String key) {
    this.base = base;
    this.tokens = tokens;
    this.caller = caller;
    this.key = key;
  }

  public static Api anonymous(int port, InternalTokens tokens) {
    return new Api("http://localhost:" + port, tokens, null, null);
  }

  /** For services whose clock the test sets: tokens are checked by the real one. */
  public static Api anonymous(int port, Environment environment) {
    String key = environment.getRequiredProperty("rapidcall.identity.keys");
    return anonymous(port, new InternalTokens(List.of(new Secret(key)), Clock.systemUTC()));
  }

  public Api as(String workspace) {
    return new Api(base, tokens, Caller.user("user1", new WorkspaceId(workspace)), key);
  }

  public Api asAgent() {
    return new Api(base, tokens, Caller.agent(), key);
  }

  /** The same, with a key for its requests as the gateway makes one. */
  public Api withKey(String idempotencyKey) {
    return new Api(base, tokens, caller, idempotencyKey);
  }

  public Answer get(String path) {
    return send("GET", path, null);
  }

  public Answer delete(String path) {
    return send("DELETE", path, null);
  }

  public Answer delete(String path, String body) {
    return send("DELETE", path, body);
  }

  public Answer post(String path, @Nullable String body) {
    return send("POST", path, body);
  }

  public Answer put(String path, String body) {
    return send("PUT", path, body);
  }

  /** Sends a form of parts, or whatever else the content type says. */
  public Answer post(String path, String contentType, byte[] body) {
    return send("POST", path, contentType, HttpRequest.BodyPublishers.ofByteArray(body));
  }

  private Answer send(String method, String path, @Nullable String body) {
    return body == null
        ? send(method, path, null, HttpRequest.BodyPublishers.noBody())
        : send(method, path, "application/json", HttpRequest.BodyPublishers.ofString(body));
  }

  /** For answers that are no JSON. */
  public HttpResponse<byte[]> postForBytes(String path, String body) {
    return exchange(
        "POST",
        path,
        "application/json",
        HttpRequest.BodyPublishers.ofString(body),
        HttpResponse.BodyHandlers.ofByteArray());
  }

  private Answer send(
      String method, String path, @Nullable String contentType, HttpRequest.BodyPublisher body) {
    HttpResponse<String> response =
        exchange(method, path, contentType, body, HttpResponse.BodyHandlers.ofString());
    return new Answer(response.statusCode(), JSON.readTree(response.body()));
  }

  private <T> HttpResponse<T> exchange(
      String method,
      String path,
      @Nullable String contentType,
      HttpRequest.BodyPublisher body,
      HttpResponse.BodyHandler<T> handler) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path)).method(method, body);
    if (contentType != null) {
      request.header("Content-Type", contentType);
    }
    if (key != null) {
      request.header("Idempotency-Key", key);
    }
    if (caller != null) {
      request.header("Authorization", "Bearer " + tokens.mint(caller, "request1"));
    }
    try {
      return http.send(request.build(), handler);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** What came back. */
  public record Answer(int status, JsonNode body) {}
}
