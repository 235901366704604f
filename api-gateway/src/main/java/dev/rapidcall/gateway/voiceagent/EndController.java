package dev.rapidcall.gateway.voiceagent;

import dev.rapidcall.events.CallId;
import dev.rapidcall.events.CallLifecycleEvent.EndRequester;
import dev.rapidcall.gateway.owners.CallAnswer;
import dev.rapidcall.gateway.owners.CallReader;
import dev.rapidcall.service.errors.ApiException.NotFound;
import dev.rapidcall.service.errors.ApiException.Unavailable;
import dev.rapidcall.service.identity.Caller;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class EndController {
  private static final int RETRY_AFTER_SECONDS = 2;

  private final EndCall endCall;
  private final CallReader calls;
  private final Origins origins;

  EndController(EndCall endCall, CallReader calls, Origins origins) {
    this.endCall = endCall;
    this.calls = calls;
    this.origins = origins;
  }

  /**
   * Ends a call for the voice agent, also one that is not known yet; its transcript may come along.
   */
  @PostMapping("/api/internal/calls/{id}/end")
  @AnswersTheCall
  ResponseEntity<String> byAgent(
      @PathVariable String id,
      @RequestBody Map<String, @Nullable Object> body,
      Caller caller,
      HttpServletRequest request) {
    CallId call = CallIds.of(id);
    Origin origin = origins.of(request, caller);
    return CallAnswers.of(endCall.end(call, EndRequester.AGENT, body, caller, origin));
  }

  /** Ends a call that the caller can see; the transcript that the page heard may come along. */
  @PostMapping("/api/calls/{id}/end")
  @AnswersTheCall
  ResponseEntity<String> byUser(
      @PathVariable String id,
      @RequestBody Map<String, @Nullable Object> body,
      Caller caller,
      HttpServletRequest request) {
    CallId call = CallIds.of(id);
    Origin origin = origins.of(request, caller);
    return switch (calls.read(call, caller, origin.requestId(), null)) {
      case CallAnswer.Absent absent -> throw new NotFound("Call not found");
      case CallAnswer.Unreachable away ->
          throw new Unavailable("Temporarily unavailable, try again", RETRY_AFTER_SECONDS);
      case CallAnswer.Found visible ->
          CallAnswers.of(endCall.end(call, EndRequester.USER, body, caller, origin));
    };
  }
}
