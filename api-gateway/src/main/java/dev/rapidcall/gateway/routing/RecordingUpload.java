package dev.rapidcall.gateway.routing;

import dev.rapidcall.events.CallId;
import dev.rapidcall.events.EventId;
import dev.rapidcall.gateway.owners.CallAnswer;
import dev.rapidcall.gateway.owners.CallReader;
import dev.rapidcall.service.identity.Caller;
import dev.rapidcall.service.web.RequestId;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.gateway.server.mvc.common.MvcUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Answers an upload with the call that it belongs to: recording-service keeps the file,
 * call-service has the call and hears of the file by an event.
 */
@Component
final class RecordingUpload implements OwnerRoute.Completion {
  private static final String EVENT = "X-Event-Id";

  private final CallReader calls;
  private final JsonMapper json;

  RecordingUpload(CallReader calls, JsonMapper json) {
    this.calls = calls;
    this.json = json;
  }

  @Override
  public ServerResponse complete(Caller caller, ServerRequest request, ServerResponse answer)
      throws IOException {
    String event = answer.headers().getFirst(EVENT);
    if (!answer.statusCode().is2xxSuccessful() || event == null) {
      return answer;
    }
    CallId id = new CallId(request.pathVariable("id"));
    String requestId = RequestId.of(request.servletRequest());
    ObjectNode body = body(request, id);
    return switch (calls.read(id, caller, requestId, new EventId(event))) {
      case CallAnswer.Found found -> {
        body.set("call", json.readTree(found.json()).path("call"));
        yield json(found.pending() ? HttpStatus.ACCEPTED : HttpStatus.OK, body);
      }
      case CallAnswer.Absent absent -> json(HttpStatus.ACCEPTED, body);
      case CallAnswer.Unreachable away -> json(HttpStatus.ACCEPTED, body);
    };
  }

  private ObjectNode body(ServerRequest request, CallId id) throws IOException {
    @Nullable InputStream unread =
        MvcUtils.getAttribute(request, MvcUtils.CLIENT_RESPONSE_INPUT_STREAM_ATTR);
    ObjectNode body = json.createObjectNode().put("ok", true);
    try (InputStream answer = Objects.requireNonNull(unread)) {
      JsonNode url = json.readTree(answer).path("recordingUrl");
      return body.put("recordingUrl", url.asString("/api/calls/" + id + "/recording"));
    }
  }

  private static ServerResponse json(HttpStatus status, ObjectNode body) {
    return ServerResponse.status(status)
        .contentType(MediaType.APPLICATION_JSON)
        .body(body.toString());
  }
}
