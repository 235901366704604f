package dev.rapidcall.calls.lifecycle;

import dev.rapidcall.calls.input.ReadBy;
import dev.rapidcall.service.idempotency.RequestKey;
import dev.rapidcall.service.identity.Caller;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Starting a web call over HTTP. */
@RestController
class StartCallController {
  private final StartCall startCall;

  StartCallController(StartCall startCall) {
    this.startCall = startCall;
  }

  /** Starts a web call: makes the room and gives the token to join it. */
  @PostMapping("/api/agents/{id}/start")
  StartedWebCall start(
      Caller caller,
      HttpServletRequest http,
      @PathVariable String id,
      @ReadBy(WebCallRequest.Rules.class) @RequestBody(required = false) @Nullable JsonNode body) {
    return startCall.start(caller.workspace(), id, WebCallRequest.read(body), RequestKey.of(http));
  }
}
