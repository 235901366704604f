package dev.rapidcall.telephony.provisioning;

import org.jspecify.annotations.Nullable;

/** What a workspace has at the carrier, under the names that the API gives it; no secrets. */
record CarrierAccount(
    String id,
    boolean telephonyEnabled,
    @Nullable String twilioSubaccountSid,
    @Nullable String twilioSipTrunkSid,
    @Nullable String twilioSipDomainName,
    @Nullable String livekitOutboundTrunkId,
    @Nullable String livekitInboundTrunkId) {

  static CarrierAccount none(String workspaceId) {
    return new CarrierAccount(workspaceId, false, null, null, null, null, null);
  }
}
