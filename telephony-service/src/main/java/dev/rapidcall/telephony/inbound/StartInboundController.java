package dev.rapidcall.telephony.inbound;

import dev.rapidcall.service.errors.ApiException.Forbidden;
import dev.rapidcall.service.errors.ApiException.NotFound;
import dev.rapidcall.service.identity.Caller;
import dev.rapidcall.service.identity.Scope;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The voice agent asks whom it speaks for, while the phone rings. */
@RestController
class StartInboundController {

  record Body(
      @NotNull(message = "Required")
          @Size(min = 1, max = 200, message = "Must have 1 to 200 characters")
          String roomName,
      @NotNull(message = "Required")
          @Size(min = 3, max = 32, message = "Must have 3 to 32 characters")
          String to,
      @Size(max = 32, message = "Must have at most 32 characters") @Nullable String from,
      @Size(max = 64, message = "Must have at most 64 characters")
          @Nullable String twilioCallSid) {}

  /** What the voice agent needs for an inbound call. */
  @PostMapping("/api/internal/telephony/inbound/start")
  void start(Caller caller, @Valid @RequestBody Body body) {
    if (!caller.has(Scope.AGENT)) {
      throw new Forbidden("Only for the voice agent");
    }
    throw new NotFound("Phone number not found");
  }
}
