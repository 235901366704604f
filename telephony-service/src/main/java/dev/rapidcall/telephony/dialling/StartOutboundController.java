package dev.rapidcall.telephony.dialling;

import dev.rapidcall.service.errors.ApiException.BadRequest;
import dev.rapidcall.service.errors.ApiException.Forbidden;
import dev.rapidcall.service.errors.ApiException.NotFound;
import dev.rapidcall.service.identity.Caller;
import dev.rapidcall.service.identity.Scope;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The voice agent asks whom it speaks for, while we dial. */
@RestController
class StartOutboundController {
  private static final String ROOM_BEGINS = "out-";

  record Body(
      @NotNull(message = "Required")
          @Size(min = 1, max = 200, message = "Must have 1 to 200 characters")
          String roomName) {}

  /** What the voice agent needs for an outbound call. */
  @PostMapping("/api/internal/telephony/outbound/start")
  void start(Caller caller, @Valid @RequestBody Body body) {
    if (!caller.has(Scope.AGENT)) {
      throw new Forbidden("Only for the voice agent");
    }
    if (!body.roomName().startsWith(ROOM_BEGINS)) {
      throw new BadRequest("Not the room of an outbound call");
    }
    throw new NotFound("No call in this room");
  }
}
