package dev.rapidcall.billing.summary;

import dev.rapidcall.billing.credit.GrantTrialCredit;
import dev.rapidcall.billing.money.Usd;
import dev.rapidcall.billing.rates.RateCard;
import dev.rapidcall.billing.rates.RateCards;
import dev.rapidcall.billing.summary.BillingStatus.PaymentAccount;
import dev.rapidcall.billing.summary.BillingStatus.Pricing;
import dev.rapidcall.billing.summary.BillingStatus.Trial;
import dev.rapidcall.events.WorkspaceId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Every workspace is on trial until paying comes; seeing it for the first time grants the credit.
 */
@Component
public class ReadBillingStatus {
  private final GrantTrialCredit credit;
  private final RateCards rates;
  private final TrialSettings settings;

  ReadBillingStatus(GrantTrialCredit credit, RateCards rates, TrialSettings settings) {
    this.credit = credit;
    this.rates = rates;
    this.settings = settings;
  }

  @Transactional
  public BillingStatus of(WorkspaceId workspaceId) {
    Usd remaining = credit.to(workspaceId).remaining();
    RateCard card = rates.current();
    return new BillingStatus(
        workspaceId.value(),
        "trial",
        true,
        false,
        false,
        false,
        new PaymentAccount(null, null),
        new Trial(
            BigDecimal.valueOf(remaining.cents(), 2),
            minutes(remaining, card.baseUsdPerMin()),
            settings.allowPstn(),
            settings.allowNumberPurchase()),
        pricing(card));
  }

  private Pricing pricing(RateCard card) {
    Map<String, BigDecimal> surcharges = new TreeMap<>();
    card.llmSurchargeUsdPerMin().forEach((model, usd) -> surcharges.put(model, Usd.plain(usd)));
    return new Pricing(
        Usd.plain(card.baseUsdPerMin()),
        card.defaultLlmModel(),
        card.includedTokensPerMin(),
        Usd.plain(card.tokenOverageUsdPer1k()),
        surcharges,
        Usd.plain(card.telephonyUsdPerMin()),
        Usd.plain(settings.telephonyMarkupRate()),
        Usd.plain(settings.phoneNumberMonthlyFeeUsd()),
        null);
  }

  private static long minutes(Usd credit, BigDecimal perMinute) {
    return perMinute.signum() == 0
        ? 0
        : credit.amount().divide(perMinute, 0, RoundingMode.FLOOR).longValueExact();
  }
}
