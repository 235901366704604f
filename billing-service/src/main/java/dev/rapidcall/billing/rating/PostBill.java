package dev.rapidcall.billing.rating;

import dev.rapidcall.billing.credit.ChargeWorkspace;
import dev.rapidcall.billing.ledger.BillLine;
import dev.rapidcall.billing.ledger.BillLines;
import dev.rapidcall.billing.ledger.Entry;
import dev.rapidcall.billing.ledger.Ledger;
import dev.rapidcall.billing.ledger.Transaction;
import dev.rapidcall.billing.ledger.Transaction.Reason;
import dev.rapidcall.events.BillingEvent.CallRated;
import dev.rapidcall.events.BillingEvent.CallRerated;
import dev.rapidcall.events.EventId;
import dev.rapidcall.messaging.EventPublisher;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Posts a bill and says so. Transaction and event carry the same id, so neither can exist twice. A
 * call that costs nothing is rated without a transaction.
 */
@Component
class PostBill {
  private final ChargeWorkspace charge;
  private final Ledger ledger;
  private final CallBills bills;
  private final EventPublisher events;

  PostBill(ChargeWorkspace charge, Ledger ledger, CallBills bills, EventPublisher events) {
    this.charge = charge;
    this.ledger = ledger;
    this.bills = bills;
    this.events = events;
  }

  void rating(CallBill bill, List<BillLine> lines, Instant endedAt) {
    String id = "rated:" + bill.callId();
    post(id, Reason.RATING, bill, lines, endedAt);
    events.publish(
        new EventId(id),
        endedAt,
        new CallRated(
            bill.callId(),
            bill.workspaceId(),
            bill.rateCardVersion(),
            bill.amount().amount(),
            bill.usageKnown()));
  }

  void adjustment(CallBill bill, List<BillLine> change, Instant endedAt) {
    String id = "rerated:" + bill.callId() + ":" + (bill.revision() - 1);
    post(id, Reason.ADJUSTMENT, bill, change, endedAt);
    events.publish(
        new EventId(id),
        endedAt,
        new CallRerated(
            bill.callId(),
            bill.workspaceId(),
            bill.rateCardVersion(),
            bill.amount().amount(),
            BillLines.total(change).amount(),
            bill.usageKnown()));
  }

  private void post(
      String id, Reason reason, CallBill bill, List<BillLine> lines, Instant endedAt) {
    List<Entry> paid = charge.with(bill.workspaceId(), lines);
    if (!lines.isEmpty()) {
      List<Entry> entries =
          Stream.concat(lines.stream().map(Entry::earned), paid.stream()).toList();
      ledger.post(
          new Transaction(
              id,
              bill.workspaceId(),
              bill.callId(),
              reason,
              endedAt,
              bill.rateCardVersion(),
              entries));
    }
    bills.save(bill);
  }
}
