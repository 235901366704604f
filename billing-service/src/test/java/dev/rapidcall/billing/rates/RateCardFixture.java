package dev.rapidcall.billing.rates;

import dev.rapidcall.billing.money.Usd;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** Rate cards for tests: the default prices, changed where it matters. */
public final class RateCardFixture {
  private String base = "0.10";
  private String model = "gpt-5-mini";
  private String trialCredit = "20";
  private final Map<String, BigDecimal> surcharges = new LinkedHashMap<>();

  private RateCardFixture() {}

  public static RateCardFixture card() {
    return new RateCardFixture();
  }

  public RateCardFixture withBase(String usdPerMin) {
    base = usdPerMin;
    return this;
  }

  public RateCardFixture withDefaultModel(String name) {
    model = name;
    return this;
  }

  public RateCardFixture withSurcharge(String name, String usdPerMin) {
    surcharges.put(name, new BigDecimal(usdPerMin));
    return this;
  }

  public RateCardFixture withTrialCredit(String usd) {
    trialCredit = usd;
    return this;
  }

  public RateCard build() {
    return new RateCard(
        new BigDecimal(base),
        2000,
        new BigDecimal("0.002"),
        new BigDecimal("0.015"),
        model,
        surcharges,
        Usd.of(trialCredit));
  }
}
