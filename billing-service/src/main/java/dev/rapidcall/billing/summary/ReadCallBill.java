package dev.rapidcall.billing.summary;

import dev.rapidcall.billing.ledger.Ledger;
import dev.rapidcall.billing.rating.CallBills;
import dev.rapidcall.events.CallId;
import dev.rapidcall.events.WorkspaceId;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The bill of a call, for the workspace that pays it and for no other. */
@Component
public class ReadCallBill {
  private final CallBills bills;
  private final Ledger ledger;

  ReadCallBill(CallBills bills, Ledger ledger) {
    this.bills = bills;
    this.ledger = ledger;
  }

  /** Empty while the call is not rated, and for another workspace's call. */
  @Transactional(readOnly = true)
  public Optional<CallBillView> of(CallId callId, WorkspaceId workspaceId) {
    return bills
        .find(callId)
        .filter(bill -> bill.workspaceId().equals(workspaceId))
        .map(bill -> CallBillView.of(bill, ledger.linesOf(callId)));
  }
}
