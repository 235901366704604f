package dev.rapidcall.billing.proof;

import dev.rapidcall.billing.ledger.BillLine;
import dev.rapidcall.billing.ledger.BillLines;
import dev.rapidcall.billing.ledger.Ledger;
import dev.rapidcall.billing.money.Usd;
import dev.rapidcall.billing.rates.RateCards;
import dev.rapidcall.billing.rating.CallBill;
import dev.rapidcall.billing.rating.CallBills;
import dev.rapidcall.billing.rating.RatedCall;
import dev.rapidcall.billing.usage.CallUsage;
import dev.rapidcall.billing.usage.UsageFacts;
import dev.rapidcall.events.CallId;
import dev.rapidcall.events.WorkspaceId;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Rates every call of a workspace again from its usage facts and compares: the lines of a month
 * kind by kind, the bill of each call, the balance of each transaction and of each account.
 */
@Component
public class VerifyLedger {
  private final UsageFacts facts;
  private final RateCards rates;
  private final CallBills bills;
  private final Ledger ledger;
  private final VerifyAccounts accounts;

  VerifyLedger(
      UsageFacts facts, RateCards rates, CallBills bills, Ledger ledger, VerifyAccounts accounts) {
    this.facts = facts;
    this.rates = rates;
    this.bills = bills;
    this.ledger = ledger;
    this.accounts = accounts;
  }

  /** What differs; nothing if the ledger is what the facts come to. */
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public List<Discrepancy> of(WorkspaceId workspaceId, YearMonth period) {
    Set<CallId> calls = new LinkedHashSet<>(facts.callsOf(workspaceId));
    calls.addAll(ledger.callsOf(workspaceId));
    List<Discrepancy> found = new ArrayList<>();
    List<BillLine> allDue = new ArrayList<>();
    for (CallId callId : calls) {
      List<BillLine> due = due(callId);
      allDue.addAll(due);
      found.addAll(compare(callId, ledger.linesOf(callId), due, period));
    }
    found.addAll(accounts.of(workspaceId, allDue));
    return List.copyOf(found);
  }

  private List<BillLine> due(CallId callId) {
    Optional<CallUsage> usage = CallUsage.of(facts.of(callId));
    if (usage.isEmpty()) {
      return List.of();
    }
    return RatedCall.of(
            usage.get(),
            bills
                .find(callId)
                .map(bill -> rates.of(bill.rateCardVersion()))
                .orElseGet(rates::current))
        .lines();
  }

  private List<Discrepancy> compare(
      CallId callId, List<BillLine> posted, List<BillLine> due, YearMonth period) {
    List<Discrepancy> found = new ArrayList<>();
    List<BillLine> postedNow = in(period, BillLines.net(posted));
    List<BillLine> dueNow = in(period, due);
    if (!BillLines.difference(postedNow, dueNow).isEmpty()) {
      found.add(new Discrepancy(callId.value(), dueNow.toString(), postedNow.toString()));
    }
    Usd billed = bills.find(callId).map(CallBill::amount).orElse(Usd.ZERO);
    if (!billed.equals(BillLines.total(due))) {
      found.add(
          new Discrepancy(callId + " bill", BillLines.total(due).toString(), billed.toString()));
    }
    return found;
  }

  private static List<BillLine> in(YearMonth period, List<BillLine> lines) {
    return lines.stream().filter(line -> line.period().equals(period)).toList();
  }
}
