package dev.rapidcall.telephony;

import dev.rapidcall.events.WorkspaceId;
import dev.rapidcall.service.identity.Caller;
import dev.rapidcall.service.identity.InternalTokens;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service over HTTP, as somebody. */
final class Api {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final RestClient http;
  private final InternalTokens tokens;
  private final @Nullable Caller caller;

  private Api(RestClient http, InternalTokens tokens, @Nullable Caller caller) {
    this.http = http;
    this.tokens = tokens;
    this.caller = caller;
  }

  static Api without(InternalTokens tokens, int port) {
    return new Api(RestClient.create("http://localhost:" + port), tokens, null);
  }

  Api as(Caller other) {
    return new Api(http, tokens, other);
  }

  Api of(String workspace) {
    return as(Caller.user("ann", new WorkspaceId(workspace)));
  }

  Answer send(String method, String path, @Nullable String body) {
    RestClient.RequestBodySpec request = http.method(HttpMethod.valueOf(method)).uri(path);
    if (caller != null) {
      request.header("Authorization", "Bearer " + tokens.mint(caller, "request-0001"));
    }
    if (body != null) {
      boolean json = body.startsWith("{");
      request
          .contentType(json ? MediaType.APPLICATION_JSON : MediaType.APPLICATION_FORM_URLENCODED)
          .body(body);
    }
    return new Answer(
        request.retrieve().onStatus(status -> true, (sent, answered) -> {}).toEntity(String.class));
  }

  Answer get(String path) {
    return send("GET", path, null);
  }

  Answer post(String path, @Nullable String body) {
    return send("POST", path, body);
  }

  /** What came back. */
  record Answer(ResponseEntity<String> response) {
    int status() {
      return response.getStatusCode().value();
    }

    String body() {
      return String.valueOf(response.getBody());
    }

    JsonNode json() {
      return JSON.readTree(body());
    }
  }
}
