package dev.rapidcall.billing.proof;

import dev.rapidcall.billing.credit.TrialCredit;
import dev.rapidcall.billing.credit.TrialCredits;
import dev.rapidcall.billing.ledger.Account;
import dev.rapidcall.billing.ledger.BillLine;
import dev.rapidcall.billing.ledger.BillLines;
import dev.rapidcall.billing.ledger.Ledger;
import dev.rapidcall.billing.money.Usd;
import dev.rapidcall.events.WorkspaceId;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Compares the accounts of a workspace with what its due lines come to. */
@Component
class VerifyAccounts {
  private final Ledger ledger;
  private final TrialCredits credits;

  VerifyAccounts(Ledger ledger, TrialCredits credits) {
    this.ledger = ledger;
    this.credits = credits;
  }

  List<Discrepancy> of(WorkspaceId workspaceId, List<BillLine> due) {
    Usd granted = ledger.balance(workspaceId, Account.TRIAL_GRANTS);
    TrialCredit credit = new TrialCredit(granted, TrialCredit.chargeable(due));
    Usd total = BillLines.total(due);
    List<Discrepancy> found = new ArrayList<>();
    for (String transaction : ledger.outOfBalance(workspaceId)) {
      found.add(new Discrepancy(transaction, "debits equal credits", "out of balance"));
    }
    compare(found, workspaceId, Account.TRIAL_CREDIT, credit.remaining().negated());
    compare(found, workspaceId, Account.RECEIVABLE, total.minus(credit.used()));
    compare(found, workspaceId, Account.REVENUE, total.negated());
    credits
        .find(workspaceId)
        .filter(kept -> !kept.equals(credit))
        .ifPresent(
            kept -> found.add(new Discrepancy("credit row", credit.toString(), kept.toString())));
    return found;
  }

  private void compare(
      List<Discrepancy> found, WorkspaceId workspaceId, Account account, Usd expected) {
    Usd balance = ledger.balance(workspaceId, account);
    if (!balance.equals(expected)) {
      found.add(new Discrepancy(account.wire(), expected.toString(), balance.toString()));
    }
  }
}
