package dev.rapidcall.billing.rates;

import dev.rapidcall.billing.money.Usd;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The pay-as-you-go prices. Two cards with the same content are the same card and have the same
 * version.
 *
 * @param includedTokensPerMin tokens that the base price covers
 * @param defaultLlmModel the model that the base price covers
 * @param llmSurchargeUsdPerMin what other models cost on top, by name
 * @param trialCredit what a new workspace is given
 */
public record RateCard(
    BigDecimal baseUsdPerMin,
    long includedTokensPerMin,
    BigDecimal tokenOverageUsdPer1k,
    BigDecimal telephonyUsdPerMin,
    String defaultLlmModel,
    Map<String, BigDecimal> llmSurchargeUsdPerMin,
    Usd trialCredit) {

  public RateCard {
    llmSurchargeUsdPerMin = Map.copyOf(llmSurchargeUsdPerMin);
  }

  /** Such as {@code payg-5f0c9e2a41bd}: changes with every price and with nothing else. */
  public String version() {
    return RateCardText.versionOf(RateCardText.write(this));
  }

  /**
   * What a model costs on top of the base price, in US dollars per minute; nothing for the default
   * model, for one that is not on the card and for null.
   */
  public BigDecimal surchargeUsdPerMin(@Nullable String model) {
    if (model == null || ModelName.same(model, defaultLlmModel)) {
      return BigDecimal.ZERO;
    }
    return ModelName.find(model, llmSurchargeUsdPerMin).orElse(BigDecimal.ZERO);
  }
}
