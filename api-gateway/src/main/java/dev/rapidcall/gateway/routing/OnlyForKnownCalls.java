package dev.rapidcall.gateway.routing;

import dev.rapidcall.events.CallId;
import dev.rapidcall.events.Id;
import dev.rapidcall.gateway.owners.CallAnswer;
import dev.rapidcall.gateway.owners.CallReader;
import dev.rapidcall.service.errors.ApiException.NotFound;
import dev.rapidcall.service.errors.ApiException.Unavailable;
import dev.rapidcall.service.web.RequestId;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.HandlerFilterFunction;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Lets a request through whose call call-service knows. recording-service hears of a call a moment
 * later and waits for it: nobody shall make it wait for what does not exist, or tell by the waiting
 * that a call exists in another workspace.
 */
@Component
final class OnlyForKnownCalls implements HandlerFilterFunction<ServerResponse, ServerResponse> {
  private static final int RETRY_AFTER_SECONDS = 2;

  private final CallReader calls;

  OnlyForKnownCalls(CallReader calls) {
    this.calls = calls;
  }

  @Override
  public ServerResponse filter(ServerRequest request, HandlerFunction<ServerResponse> next)
      throws Exception {
    String id = request.pathVariable("id");
    if (id.isBlank() || id.length() > Id.MAX_LENGTH) {
      throw unknown();
    }
    String requestId = RequestId.of(request.servletRequest());
    return switch (calls.read(new CallId(id), OwnerRoute.caller(), requestId, null)) {
      case CallAnswer.Found found -> next.handle(request);
      case CallAnswer.Absent absent -> throw unknown();
      case CallAnswer.Unreachable away ->
          throw new Unavailable("Temporarily unavailable, try again", RETRY_AFTER_SECONDS);
    };
  }

  private static NotFound unknown() {
    return new NotFound("Call not found");
  }
}
