package dev.rapidcall.billing.summary;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The plan of a workspace, which has none while it is on trial.
 *
 * @param platformFee USD per month; null without a plan
 * @param monthToDateTotal USD in whole cents
 * @param nextInvoiceDate always null, as clients know it
 */
public record PlanSummary(
    @Nullable String plan,
    @Nullable Integer platformFee,
    BigDecimal monthToDateTotal,
    @Nullable Long nextInvoiceDate,
    @Nullable String stripeCustomerId,
    boolean hasActiveSubscription) {

  static PlanSummary none(BigDecimal monthToDateTotal) {
    return new PlanSummary(null, null, monthToDateTotal, null, null, false);
  }
}
