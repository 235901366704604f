package dev.rapidcall.billing.summary;

import dev.rapidcall.billing.ledger.BillLine;
import dev.rapidcall.billing.ledger.BillLines;
import dev.rapidcall.billing.ledger.Ledger;
import dev.rapidcall.billing.ledger.LineKey;
import dev.rapidcall.billing.money.Usd;
import dev.rapidcall.billing.rates.RateCard;
import dev.rapidcall.billing.rates.RateCards;
import dev.rapidcall.billing.summary.UsageSummary.UsageLine;
import dev.rapidcall.events.WorkspaceId;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Adds up the current month from the ledger. */
@Component
public class SummarizeUsage {
  private final Ledger ledger;
  private final RateCards rates;
  private final Clock clock;

  SummarizeUsage(Ledger ledger, RateCards rates, Clock clock) {
    this.ledger = ledger;
    this.rates = rates;
    this.clock = clock;
  }

  @Transactional(readOnly = true)
  public UsageSummary of(WorkspaceId workspaceId) {
    YearMonth period = YearMonth.now(clock.withZone(ZoneOffset.UTC));
    List<BillLine> lines = ledger.linesOf(workspaceId, period);
    Usd total = BillLines.total(lines);
    return new UsageSummary(
        true,
        startMs(period),
        startMs(period.plusMonths(1)),
        total.cents(),
        total.plain(),
        Arrays.stream(LineKey.values()).map(key -> line(key, lines)).toList());
  }

  /** The same month in one number, beside the plan that nobody has yet. */
  @Transactional(readOnly = true)
  public PlanSummary planOf(WorkspaceId workspaceId) {
    return PlanSummary.none(BigDecimal.valueOf(of(workspaceId).totalCents(), 2));
  }

  private UsageLine line(LineKey key, List<BillLine> all) {
    List<BillLine> lines = all.stream().filter(line -> line.key() == key).toList();
    Usd amount = BillLines.total(lines);
    return new UsageLine(
        key.wire(),
        key.description(),
        key.unit(),
        Usd.plain(lines.stream().map(BillLine::quantity).reduce(BigDecimal.ZERO, BigDecimal::add)),
        unitAmountCents(key, lines),
        amount.cents(),
        amount.plain(),
        null);
  }

  private @Nullable BigDecimal unitAmountCents(LineKey key, List<BillLine> lines) {
    List<BigDecimal> prices =
        lines.isEmpty()
            ? price(key, rates.current())
            : BillLines.net(lines).stream().map(BillLine::unitUsd).distinct().toList();
    return prices.size() == 1 ? Usd.plain(prices.getFirst().movePointRight(2)) : null;
  }

  private static List<BigDecimal> price(LineKey key, RateCard card) {
    return switch (key) {
      case VOICE_BASE_MINUTES -> List.of(card.baseUsdPerMin());
      case VOICE_MODEL_UPGRADE_MINUTES -> List.of();
      case LLM_TOKEN_OVERAGE_1K -> List.of(card.tokenOverageUsdPer1k());
      case TELEPHONY_MINUTES -> List.of(card.telephonyUsdPerMin());
    };
  }

  private static long startMs(YearMonth month) {
    return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
  }
}
