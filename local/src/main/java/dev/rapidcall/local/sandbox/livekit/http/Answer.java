package dev.rapidcall.local.sandbox.livekit.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** What goes back over HTTP. */
final class Answer {

  private final int status;
  private final String contentType;
  private final byte[] body;

  Answer(int status, String contentType, byte[] body) {
    this.status = status;
    this.contentType = contentType;
    this.body = body.clone();
  }

  static Answer json(int status, Object body) {
    return new Answer(status, "application/json", JsonMapper.shared().writeValueAsBytes(body));
  }

  static Answer text(int status, String body) {
    return new Answer(status, "text/plain; charset=utf-8", body.getBytes(StandardCharsets.UTF_8));
  }

  static Answer error(int status, String code, String message) {
    return error(status, code, message, Map.of());
  }

  static Answer error(int status, String code, String message, Map<String, String> meta) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("code", code);
    body.put("msg", message);
    if (!meta.isEmpty()) {
      body.put("meta", meta);
    }
    return json(status, body);
  }

  void send(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", contentType);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
