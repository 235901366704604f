package dev.rapidcall.local.e2e;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who sends requests, with the headers that he always sends. */
final class Client {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private static final int OK = 200;

  private final URI base;
  private final Map<String, String> headers;

  private Client(URI base, Map<String, String> headers) {
    this.base = base;
    this.headers = headers;
  }

  static Client of(URI base) {
    return new Client(base, Map.of());
  }

  Client with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Client(base, more);
  }

  Map<String, String> headers() {
    return headers;
  }

  Answer get(String path) {
    return send("GET", path, null);
  }

  Answer post(String path, Object body) {
    return send("POST", path, body instanceof String text ? text : JSON.writeValueAsString(body));
  }

  /** A body of any kind; the content type is one of the headers that are always sent. */
  Answer post(String path, byte[] body) {
    return send("POST", path, HttpRequest.BodyPublishers.ofByteArray(body), false);
  }

  Answer post(String path) {
    return send("POST", path, null);
  }

  Answer put(String path, Object body) {
    return send("PUT", path, JSON.writeValueAsString(body));
  }

  Answer delete(String path) {
    return send("DELETE", path, null);
  }

  Answer delete(String path, Object body) {
    return send("DELETE", path, JSON.writeValueAsString(body));
  }

  /** Server-sent events, for as long as the stream is kept open. */
  InputStream listen(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(path)).header("Accept", "text/event-stream");
    headers.forEach(request::header);
    try {
      HttpResponse<InputStream> response =
          HTTP.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
      if (response.statusCode() != OK) {
        throw new IllegalStateException(path + " answered " + response.statusCode());
      }
      return response.body();
    } catch (IOException e) {
      throw new IllegalStateException(path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Any method; a body may come with every one, or none. */
  Answer send(String method, String path, @Nullable String body) {
    return body == null
        ? send(method, path, HttpRequest.BodyPublishers.noBody(), false)
        : send(method, path, HttpRequest.BodyPublishers.ofString(body), true);
  }

  private Answer send(String method, String path, HttpRequest.BodyPublisher body, boolean isJson) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(path.startsWith("http") ? URI.create(path) : base.resolve(path))
            .method(method, body);
    headers.forEach(request::header);
    if (isJson && !headers.containsKey("Content-Type")) {
      request.header("Content-Type", "application/json");
    }
    try {
      return new Answer(HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
    } catch (IOException e) {
      throw new IllegalStateException(method + " " + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** What came back. */
  record Answer(HttpResponse<byte[]> response) {
    int status() {
      return response.statusCode();
    }

    byte[] bytes() {
      return response.body();
    }

    String text() {
      return new String(response.body(), StandardCharsets.UTF_8);
    }

    JsonNode json() {
      return JSON.readTree(response.body());
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }
  }
}
