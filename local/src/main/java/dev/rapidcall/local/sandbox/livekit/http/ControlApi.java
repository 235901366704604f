package dev.rapidcall.local.sandbox.livekit.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.rapidcall.local.sandbox.livekit.calls.PlayedCall;
import dev.rapidcall.local.sandbox.livekit.calls.PlayedCalls;
import dev.rapidcall.local.sandbox.livekit.faults.FaultBoard;
import dev.rapidcall.local.sandbox.livekit.faults.Faults;
import dev.rapidcall.local.sandbox.livekit.time.CallTimings;
import dev.rapidcall.local.sandbox.livekit.wire.Refused;
import java.io.IOException;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The sandbox's own API: plays calls, sets faults. Open to whoever reaches the port. */
final class ControlApi implements HttpHandler {

  private static final String CALLS = "/sandbox/calls";
  private static final String FAULTS = "/sandbox/faults";

  private static final byte[] EMPTY = {'{', '}'};

  private final PlayedCalls calls;
  private final CallsJson callsJson;
  private final FaultBoard faults;

  ControlApi(PlayedCalls calls, CallTimings timings, FaultBoard faults) {
    this.calls = calls;
    this.callsJson = new CallsJson(timings);
    this.faults = faults;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    answer(exchange).send(exchange);
  }

  private Answer answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    try {
      return switch (exchange.getRequestMethod() + " " + path) {
        case "POST " + CALLS -> play(body(exchange));
        case "GET " + CALLS ->
            Answer.json(200, calls.all().stream().map(CallsJson::write).toList());
        case "PUT " + FAULTS -> set(FaultsJson.read(body(exchange)));
        case "GET " + FAULTS -> Answer.json(200, FaultsJson.write(faults.get()));
        case "DELETE " + FAULTS -> set(Faults.NONE);
        default -> other(exchange.getRequestMethod(), path);
      };
    } catch (IllegalArgumentException e) {
      return error(400, String.valueOf(e.getMessage()));
    } catch (JacksonException e) {
      return error(400, "the body is no JSON");
    } catch (Refused e) {
      return error(e.code().status(), e.reason());
    }
  }

  private Answer play(JsonNode body) {
    return Answer.json(202, CallsJson.write(calls.play(callsJson.read(body))));
  }

  private Answer set(Faults wanted) {
    faults.set(wanted);
    return Answer.json(200, FaultsJson.write(wanted));
  }

  private Answer other(String method, String path) {
    if (method.equals("GET") && path.startsWith(CALLS + "/")) {
      return calls
          .find(path.substring(CALLS.length() + 1))
          .map(ControlApi::found)
          .orElseGet(() -> error(404, "no such call"));
    }
    return error(404, "no such route");
  }

  private static Answer found(PlayedCall call) {
    return Answer.json(200, CallsJson.write(call));
  }

  private static JsonNode body(HttpExchange exchange) throws IOException {
    byte[] bytes = exchange.getRequestBody().readAllBytes();
    return JsonMapper.shared().readTree(bytes.length == 0 ? EMPTY : bytes);
  }

  private static Answer error(int status, String message) {
    return Answer.json(status, Map.of("error", message));
  }
}
