package dev.rapidcall.billing.rating;

import dev.rapidcall.billing.ledger.BillLine;
import dev.rapidcall.billing.ledger.LineKey;
import dev.rapidcall.billing.money.Usd;
import dev.rapidcall.billing.rates.RateCard;
import dev.rapidcall.billing.usage.CallUsage;
import dev.rapidcall.events.CallChannel;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * What an ended call costs by a rate card: a pure function of the two.
 *
 * @param usageKnown false while tokens or model are unknown, so that the amount may still change
 */
public record RatedCall(List<BillLine> lines, boolean usageKnown) {
  private static final BigDecimal SECONDS_PER_MINUTE = BigDecimal.valueOf(60);

  public RatedCall {
    lines = List.copyOf(lines);
  }

  /** A call that nobody answered costs nothing, whatever was reported of it. */
  public static RatedCall of(CallUsage usage, RateCard card) {
    if (!usage.answered()) {
      return new RatedCall(List.of(), true);
    }
    Lines lines = new Lines(usage, card);
    BigDecimal minutes = billedMinutes(usage.seconds());
    lines.add(LineKey.VOICE_BASE_MINUTES, minutes, card.baseUsdPerMin());
    BigDecimal surcharge = card.surchargeUsdPerMin(usage.model());
    if (surcharge.signum() > 0) {
      lines.add(LineKey.VOICE_MODEL_UPGRADE_MINUTES, minutes, surcharge);
    }
    lines.add(
        LineKey.LLM_TOKEN_OVERAGE_1K,
        tokenOverage1k(usage, minutes, card.includedTokensPerMin()),
        card.tokenOverageUsdPer1k());
    if (usage.channel() != CallChannel.WEB) {
      lines.startAfresh();
      lines.add(LineKey.TELEPHONY_MINUTES, minutes, card.telephonyUsdPerMin());
    }
    return new RatedCall(lines.all, usage.tokensComplete() && usage.model() != null);
  }

  /** By the second, at six decimals; nothing for nothing. */
  static BigDecimal billedMinutes(long seconds) {
    return BigDecimal.valueOf(Math.max(0, seconds))
        .divide(SECONDS_PER_MINUTE, Usd.SCALE, RoundingMode.HALF_UP);
  }

  private static BigDecimal tokenOverage1k(
      CallUsage usage, BigDecimal minutes, long includedPerMinute) {
    if (usage.tokens() == null) {
      return BigDecimal.ZERO;
    }
    BigDecimal included = BigDecimal.valueOf(includedPerMinute).multiply(minutes);
    return usage
        .tokens()
        .subtract(included)
        .max(BigDecimal.ZERO)
        .movePointLeft(3)
        .setScale(Usd.SCALE, RoundingMode.HALF_UP);
  }

  /**
   * Collects lines so that their amounts add up to the rounded sum of the exact products, not to a
   * sum of rounded ones: each line takes what the rounded running sum grew by.
   */
  private static final class Lines {
    private final List<BillLine> all = new ArrayList<>();
    private final YearMonth period;
    private final String version;
    private BigDecimal exact = BigDecimal.ZERO;

    Lines(CallUsage usage, RateCard card) {
      period = YearMonth.from(usage.endedAt().atZone(ZoneOffset.UTC));
      version = card.version();
    }

    void add(LineKey key, BigDecimal quantity, BigDecimal unitUsd) {
      if (quantity.signum() > 0) {
        Usd before = new Usd(exact);
        exact = exact.add(quantity.multiply(unitUsd));
        all.add(
            new BillLine(key, period, quantity, unitUsd, version, new Usd(exact).minus(before)));
      }
    }

    /** Telephony is rounded for itself: the trial credit does not pay for it. */
    void startAfresh() {
      exact = BigDecimal.ZERO;
    }
  }
}
