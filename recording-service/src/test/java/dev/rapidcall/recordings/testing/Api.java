package dev.rapidcall.recordings.testing;

import dev.rapidcall.events.WorkspaceId;
import dev.rapidcall.service.identity.Caller;
import dev.rapidcall.service.identity.InternalTokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** The service over HTTP. */
public final class Api {
  private final HttpClient http = HttpClient.newHttpClient();
  private final String base;
  private final InternalTokens tokens;

  public Api(int port, InternalTokens tokens) {
    this.base = "http://127.0.0.1:" + port;
    this.tokens = tokens;
  }

  public HttpResponse<byte[]> get(Caller caller, String path, String... headers) {
    return send("GET", caller, path, headers);
  }

  public HttpResponse<byte[]> head(Caller caller, String path, String... headers) {
    return send("HEAD", caller, path, headers);
  }

  public HttpResponse<byte[]> post(Caller caller, String path, String contentType, byte[] body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(base + path))
            .POST(BodyPublishers.ofByteArray(body))
            .header("Content-Type", contentType)
            .header("Authorization", "Bearer " + tokens.mint(caller, "request-1"))
            .build();
    return send(request);
  }

  public static Caller user(WorkspaceId workspace) {
    return Caller.user("user_1", workspace);
  }

  /** The answer itself may be broken, so the failure is let through. */
  public HttpResponse<byte[]> tryToGet(Caller caller, String path)
      throws IOException, InterruptedException {
    return http.send(request("GET", caller, path), BodyHandlers.ofByteArray());
  }

  private HttpResponse<byte[]> send(String method, Caller caller, String path, String... headers) {
    return send(request(method, caller, path, headers));
  }

  private HttpResponse<byte[]> send(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new AssertionError(request.toString(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(request.toString(), e);
    }
  }

  private HttpRequest request(String method, Caller caller, String path, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .method(method, BodyPublishers.noBody())
            .header("Authorization", "Bearer " + tokens.mint(caller, "request-1"));
    return (headers.length == 0 ? request : request.headers(headers)).build();
  }
}
