package dev.rapidcall.gateway.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;

/** A request to the gateway, built in words. */
public final class Request {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final HttpRequest.Builder request;
  private final String method;
  private BodyPublisher body = BodyPublishers.noBody();

  Request(URI base, String method, String path) {
    this.method = method;
    this.request = HttpRequest.newBuilder(URI.create(base + path));
  }

  /** Adds a header. */
  public Request with(String header, String value) {
    request.header(header, value);
    return this;
  }

  /** Comes from the dashboard's page. */
  public Request fromDashboard() {
    return with("Origin", GatewayIT.DASHBOARD);
  }

  /** Shows a session's token. */
  public Request bearer(String token) {
    return with("Authorization", "Bearer " + token);
  }

  /** Shows nothing but what a browser sends by itself. */
  public Request cookie(String token) {
    return with("Cookie", "auth_token=" + token);
  }

  /** Shows the voice agent's secret. */
  public Request fromAgent() {
    return with("x-agent-secret", GatewayIT.AGENT_SECRET);
  }

  /** Sends JSON. */
  public Request json(String json) {
    with("Content-Type", "application/json");
    return body(BodyPublishers.ofString(json));
  }

  /** Sends a form. */
  public Request form(String form) {
    with("Content-Type", "application/x-www-form-urlencoded");
    return body(BodyPublishers.ofString(form));
  }

  /** Sends a text without saying what it is. */
  public Request text(String text) {
    return body(BodyPublishers.ofString(text));
  }

  /** Sends any body. */
  public Request body(BodyPublisher publisher) {
    body = publisher;
    return this;
  }

  /** Sends it and reads the whole answer. */
  public Answer send() {
    return Answer.of(send(BodyHandlers.ofString()));
  }

  /** Sends it and reads the answer in another way. */
  public <T> HttpResponse<T> send(BodyHandler<T> handler) {
    try {
      return HTTP.send(request.method(method, body).build(), handler);
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
