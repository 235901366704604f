package dev.rapidcall.gateway.accounts;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A workspace as the API shows it. Keys of providers are kept for their readers, and are null: what
 * they held belongs to other services now, and secrets are shown to nobody.
 */
record WorkspaceView(
    String id,
    String name,
    String userId,
    @Nullable String twilioSubaccountSid,
    boolean isTrial,
    BigDecimal trialCreditUsd,
    @Nullable Instant trialCreditGrantedAt,
    @Nullable String stripeCustomerId,
    @Nullable String stripeSubscriptionId,
    @Nullable String stripePhoneNumbersItemId,
    @Nullable String openmeterCustomerId,
    @Nullable String openmeterCreditGrantId,
    @Nullable Instant openmeterCreditGrantedAt,
    boolean hasPaymentMethod,
    boolean isPaid,
    boolean telephonyEnabled,
    @Nullable String twilioSipTrunkSid,
    @Nullable String twilioSipDomainName,
    @Nullable String twilioSipCredUsername,
    @Nullable String twilioSipCredPassword,
    @Nullable String livekitOutboundTrunkId,
    @Nullable String livekitInboundTrunkId,
    @Nullable String metronomeCustomerId,
    @Nullable String metronomeContractId,
    @Nullable String billingPlan,
    Instant createdAt,
    Instant updatedAt) {

  static WorkspaceView of(Workspace workspace, AccountSettings settings) {
    return new WorkspaceView(
        workspace.id().value(),
        workspace.name(),
        workspace.ownerId().value(),
        null,
        true,
        settings.trialCreditUsd(),
        workspace.createdAt(),
        null,
        null,
        null,
        null,
        null,
        null,
        false,
        false,
        false,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        workspace.createdAt(),
        workspace.updatedAt());
  }
}
