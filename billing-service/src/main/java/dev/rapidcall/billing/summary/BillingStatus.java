package dev.rapidcall.billing.summary;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a workspace pays and what it pays. No number in it is ever null. */
public record BillingStatus(
    String workspaceId,
    String mode,
    boolean isTrial,
    boolean isPaid,
    boolean hasPaymentMethod,
    boolean telephonyEnabled,
    PaymentAccount stripe,
    Trial trial,
    Pricing pricing) {

  /** The customer at the payment provider; null while there is none. */
  public record PaymentAccount(@Nullable String customerId, @Nullable String subscriptionId) {}

  /**
   * @param creditUsd whole cents
   * @param approxMinutesRemaining whole minutes at the base price
   */
  public record Trial(
      BigDecimal creditUsd,
      long approxMinutesRemaining,
      boolean allowPstn,
      boolean allowNumberPurchase) {}

  /**
   * @param stripePrices null until prices are kept with the payment provider
   */
  public record Pricing(
      BigDecimal baseUsdPerMin,
      String defaultLlmModel,
      long includedTokensPerMin,
      BigDecimal tokenOverageUsdPer1K,
      Map<String, BigDecimal> llmSurchargeUsdPerMinByModel,
      BigDecimal telephonyUsdPerMin,
      BigDecimal telephonyMarkupRate,
      BigDecimal phoneNumberMonthlyFeeUsd,
      @Nullable Map<String, String> stripePrices) {}
}
