package dev.rapidcall.billing.summary;

import dev.rapidcall.billing.ledger.BillLine;
import dev.rapidcall.billing.ledger.Ledger;
import dev.rapidcall.billing.money.Usd;
import dev.rapidcall.billing.rating.CallBill;
import dev.rapidcall.billing.rating.CallBills;
import dev.rapidcall.billing.usage.CallUsage;
import dev.rapidcall.billing.usage.UsageFact;
import dev.rapidcall.billing.usage.UsageFact.Opened;
import dev.rapidcall.billing.usage.UsageFacts;
import dev.rapidcall.events.WorkspaceId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The latest rated calls of the current month, in UTC. */
@Component
public class ListRecentUsage {
  private static final int AT_MOST = 100;
  private static final int DECIMALS = 4;

  private final CallBills bills;
  private final UsageFacts facts;
  private final Ledger ledger;
  private final Clock clock;

  ListRecentUsage(CallBills bills, UsageFacts facts, Ledger ledger, Clock clock) {
    this.bills = bills;
    this.facts = facts;
    this.ledger = ledger;
    this.clock = clock;
  }

  @Transactional(readOnly = true)
  public List<RecentCall> of(WorkspaceId workspaceId) {
    Instant month =
        YearMonth.now(clock.withZone(ZoneOffset.UTC))
            .atDay(1)
            .atStartOfDay(ZoneOffset.UTC)
            .toInstant();
    return bills.endedSince(month, workspaceId, AT_MOST).stream().map(this::call).toList();
  }

  private RecentCall call(CallBill bill) {
    List<UsageFact> told = facts.of(bill.callId());
    CallUsage usage = CallUsage.of(told).orElseThrow();
    return new RecentCall(
        bill.callId().value(),
        startedAt(told, usage).toEpochMilli(),
        usage.seconds(),
        bill.amount().amount().setScale(DECIMALS, RoundingMode.HALF_UP),
        breakdown(ledger.linesOf(bill.callId())));
  }

  private static Instant startedAt(List<UsageFact> facts, CallUsage usage) {
    return facts.stream()
        .map(UsageFact::content)
        .filter(Opened.class::isInstance)
        .map(opened -> ((Opened) opened).startedAt())
        .findFirst()
        .orElseGet(() -> usage.endedAt().minusSeconds(usage.seconds()));
  }

  private static Map<String, BigDecimal> breakdown(List<BillLine> lines) {
    Map<String, Usd> sums = new LinkedHashMap<>();
    lines.forEach(line -> sums.merge(line.key().wire(), line.amount(), Usd::plus));
    Map<String, BigDecimal> breakdown = new LinkedHashMap<>();
    sums.forEach((key, usd) -> breakdown.put(key, usd.plain()));
    return breakdown;
  }
}
