package dev.rapidcall.telephony.inbound;

import dev.rapidcall.service.errors.ApiException.BadRequest;
import dev.rapidcall.service.identity.Caller;
import dev.rapidcall.telephony.tenancy.OwnWorkspace;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Where calls of the caller's workspace come from and go to. */
@RestController
class DiagnosticsController {
  private static final String SID_BEGINS = "CA";

  record Addresses(
      String callSid, @Nullable String signalingIp, @Nullable String mediaIp, String error) {}

  /** Whether the workspace can take calls, and what is missing. */
  @GetMapping("/api/workspaces/{id}/inbound-diagnostics")
  InboundDiagnostics inbound(Caller caller, @PathVariable String id) {
    OwnWorkspace.demand(caller, id);
    return InboundDiagnostics.nothing();
  }

  /**
   * The addresses that one call came from; the carrier is not asked yet, and the answer says so.
   */
  @GetMapping("/api/twilio/calls/{callSid}/ips")
  Addresses ofCall(Caller caller, @PathVariable String callSid) {
    caller.workspace();
    if (!callSid.startsWith(SID_BEGINS)) {
      throw new BadRequest("A call SID begins with CA");
    }
    return new Addresses(callSid, null, null, "Telephony is not set up on this server");
  }

  /** The addresses that recent calls of a carrier account came from. */
  @GetMapping("/api/twilio/workspaces/{id}/recent-call-ips")
  void ofRecentCalls(Caller caller, @PathVariable String id) {
    OwnWorkspace.demand(caller, id);
    throw new BadRequest("This workspace has no SIP trunk yet");
  }
}
