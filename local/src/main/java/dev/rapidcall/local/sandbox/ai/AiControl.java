package dev.rapidcall.local.sandbox.ai;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The sandbox's own API: sets faults. Open to whoever reaches the port. */
final class AiControl implements HttpHandler {

  private final AiFaultBoard faults;

  AiControl(AiFaultBoard faults) {
    this.faults = faults;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    reply(exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath(), body)
        .send(exchange);
  }

  private Reply reply(String what, byte[] body) {
    try {
      return switch (what) {
        case "GET /sandbox/faults" -> Reply.json(200, faults.get().json());
        case "PUT /sandbox/faults" -> set(AiFaults.read(JsonMapper.shared().readTree(body)));
        case "DELETE /sandbox/faults" -> set(AiFaults.NONE);
        default -> Reply.json(404, Door.error("no such route"));
      };
    } catch (JacksonException e) {
      return Reply.json(400, Door.error("the body is no JSON"));
    } catch (IllegalArgumentException e) {
      return Reply.json(400, Door.error(String.valueOf(e.getMessage())));
    }
  }

  private Reply set(AiFaults wanted) {
    faults.set(wanted);
    return Reply.json(200, wanted.json());
  }
}
