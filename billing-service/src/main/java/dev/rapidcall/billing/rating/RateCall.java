package dev.rapidcall.billing.rating;

import dev.rapidcall.billing.ledger.BillLine;
import dev.rapidcall.billing.ledger.BillLines;
import dev.rapidcall.billing.ledger.Ledger;
import dev.rapidcall.billing.money.Usd;
import dev.rapidcall.billing.rates.RateCard;
import dev.rapidcall.billing.rates.RateCards;
import dev.rapidcall.billing.usage.CallUsage;
import dev.rapidcall.billing.usage.UsageFacts;
import dev.rapidcall.events.CallId;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Rates a call when its end is known, and amends its bill when a later fact changes it. */
@Component
class RateCall {
  private final UsageFacts facts;
  private final RateCards rates;
  private final CallBills bills;
  private final Ledger ledger;
  private final PostBill post;

  RateCall(UsageFacts facts, RateCards rates, CallBills bills, Ledger ledger, PostBill post) {
    this.facts = facts;
    this.rates = rates;
    this.bills = bills;
    this.ledger = ledger;
    this.post = post;
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public void rate(CallId callId) {
    bills.lock(callId);
    CallUsage.of(facts.of(callId)).ifPresent(usage -> rate(callId, usage));
  }

  private void rate(CallId callId, CallUsage usage) {
    bills.find(callId).ifPresentOrElse(bill -> amend(bill, usage), () -> rateFirst(callId, usage));
  }

  private void rateFirst(CallId callId, CallUsage usage) {
    RateCard card = rates.use();
    RatedCall rated = RatedCall.of(usage, card);
    Usd amount = BillLines.total(rated.lines());
    CallBill bill =
        new CallBill(callId, usage.workspaceId(), card.version(), 1, amount, rated.usageKnown());
    post.rating(bill, rated.lines(), usage.endedAt());
  }

  private void amend(CallBill bill, CallUsage usage) {
    RatedCall rated = RatedCall.of(usage, rates.of(bill.rateCardVersion()));
    List<BillLine> change = BillLines.difference(ledger.linesOf(bill.callId()), rated.lines());
    if (!change.isEmpty()) {
      CallBill adjusted = bill.adjusted(BillLines.total(change), rated.usageKnown());
      post.adjustment(adjusted, change, usage.endedAt());
    } else if (rated.usageKnown() != bill.usageKnown()) {
      bills.save(bill.withUsageKnown(rated.usageKnown()));
    }
  }
}
