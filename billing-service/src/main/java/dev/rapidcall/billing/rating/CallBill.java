package dev.rapidcall.billing.rating;

import dev.rapidcall.billing.money.Usd;
import dev.rapidcall.events.CallId;
import dev.rapidcall.events.WorkspaceId;

/**
 * What a rated call has come to.
 *
 * @param rateCardVersion the card it was first rated by, which holds for its adjustments too
 * @param revision 1 when rated, one more for each adjustment
 * @param usageKnown false while the amount may still change because tokens or model are unknown
 */
public record CallBill(
    CallId callId,
    WorkspaceId workspaceId,
    String rateCardVersion,
    int revision,
    Usd amount,
    boolean usageKnown) {

  CallBill withUsageKnown(boolean known) {
    return new CallBill(callId, workspaceId, rateCardVersion, revision, amount, known);
  }

  CallBill adjusted(Usd adjustment, boolean known) {
    return new CallBill(
        callId, workspaceId, rateCardVersion, revision + 1, amount.plus(adjustment), known);
  }
}
