package dev.rapidcall.local.sandbox.ai;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One provider's door: who asks, what goes wrong, what does he want. */
final class Door implements HttpHandler {

  private final String name;
  private final Provider provider;
  private final AiFaultBoard faults;

  /** What a provider does with a request. */
  interface Provider {

    boolean knows(Headers headers);

    /** In the provider's own shape. */
    Object refusal(int status, String message);

    Reply answer(String path, Headers headers, JsonNode body);

    Reply nonsense();
  }

  Door(String name, Provider provider, AiFaultBoard faults) {
    this.name = name;
    this.provider = provider;
    this.faults = faults;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try {
      reply(exchange).send(exchange);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      exchange.close();
    }
  }

  private Reply reply(HttpExchange exchange) throws IOException, InterruptedException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    if (!provider.knows(exchange.getRequestHeaders())) {
      return refused(401, "the key is not right");
    }
    AiFaults fault = faults.befalling(name);
    if (fault.status() != 0) {
      return refused(fault.status(), "the sandbox was told to answer " + fault.status());
    }
    if (fault.nonsense()) {
      return provider.nonsense();
    }
    if (!exchange.getRequestMethod().equals("POST")) {
      return refused(405, "only POST");
    }
    try {
      return provider.answer(
          exchange.getRequestURI().getPath(),
          exchange.getRequestHeaders(),
          JsonMapper.shared().readTree(body));
    } catch (JacksonException e) {
      return refused(400, "the body is no JSON");
    } catch (IllegalArgumentException e) {
      return refused(400, String.valueOf(e.getMessage()));
    }
  }

  private Reply refused(int status, String message) {
    return Reply.json(status, provider.refusal(status, message));
  }

  /** A text that must be there. */
  static String text(JsonNode body, String field) {
    String text = body.path(field).asString("");
    if (text.isBlank()) {
      throw new IllegalArgumentException(field + " is missing");
    }
    return text;
  }

  static Map<String, Object> error(String message) {
    return Map.of("error", message);
  }
}
