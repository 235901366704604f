package dev.rapidcall.telephony.inbound;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an incoming call passes on its way, for people who look for the place where it got lost. */
record InboundDiagnostics(
    @JsonProperty("LIVEKIT_SIP_ENDPOINT") @Nullable String liveKitSipEndpoint,
    @Nullable String twilioSipTrunkSid,
    @Nullable String livekitInboundTrunkId,
    List<String> originationUrls,
    @Nullable String expectedOriginationSipUrl,
    List<String> phoneNumbers) {

  static InboundDiagnostics nothing() {
    return new InboundDiagnostics(null, null, null, List.of(), null, List.of());
  }
}
