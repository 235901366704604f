package dev.rapidcall.events;

import java.math.BigDecimal;

/** What a call costs. */
@Topic(value = "rapidcall.billing", publishedBy = "billing-service", consumedBy = "call-service")
public sealed interface BillingEvent extends Event {

  /** The workspace that pays. */
  WorkspaceId workspaceId();

  /**
   * The ended call was rated for the first time.
   *
   * @param amountUsd US dollars, six decimals at most
   * @param usageKnown whether the agent's usage had arrived; if not, a later one amends the bill
   */
  @WireName("rapidcall.call.rated.v1")
  record CallRated(
      CallId callId,
      WorkspaceId workspaceId,
      String rateCardVersion,
      BigDecimal amountUsd,
      boolean usageKnown)
      implements BillingEvent {}

  /**
   * A late fact amended the bill by adjustment lines.
   *
   * @param amountUsd the new total in US dollars
   * @param adjustmentUsd what was added to the former total; may be negative
   */
  @WireName("rapidcall.call.rerated.v1")
  record CallRerated(
      CallId callId,
      WorkspaceId workspaceId,
      String rateCardVersion,
      BigDecimal amountUsd,
      BigDecimal adjustmentUsd,
      boolean usageKnown)
      implements BillingEvent {}
}
