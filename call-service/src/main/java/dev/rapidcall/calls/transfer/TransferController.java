package dev.rapidcall.calls.transfer;

import dev.rapidcall.calls.input.ReadBy;
import dev.rapidcall.service.errors.ApiException.Forbidden;
import dev.rapidcall.service.identity.Caller;
import dev.rapidcall.service.identity.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
class TransferController {
  private final TransferCall transferCall;

  TransferController(TransferCall transferCall) {
    this.transferCall = transferCall;
  }

  record Transferred(boolean ok, String status) {
    private static final Transferred DONE = new Transferred(true, "transferred");
  }

  /** Hands a call's phone on to another number. */
  @PostMapping("/api/internal/calls/{id}/transfer")
  Transferred transfer(
      Caller caller,
      @PathVariable String id,
      @ReadBy(TransferTarget.Rules.class) @RequestBody(required = false) @Nullable JsonNode body) {
    if (!caller.has(Scope.AGENT)) {
      throw new Forbidden("Only for the voice agent");
    }
    transferCall.transfer(id, TransferTarget.read(body));
    return Transferred.DONE;
  }
}
