package dev.rapidcall.billing.credit;

import dev.rapidcall.billing.ledger.Account;
import dev.rapidcall.billing.ledger.BillLine;
import dev.rapidcall.billing.ledger.BillLines;
import dev.rapidcall.billing.ledger.Entry;
import dev.rapidcall.billing.money.Usd;
import dev.rapidcall.events.WorkspaceId;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Charges lines to a workspace: its trial credit first, what that does not cover stays owed. */
@Component
public class ChargeWorkspace {
  private final GrantTrialCredit grant;
  private final TrialCredits credits;

  ChargeWorkspace(GrantTrialCredit grant, TrialCredits credits) {
    this.grant = grant;
    this.credits = credits;
  }

  /** The entries that pay for the lines, for the caller to post in the same transaction. */
  @Transactional(propagation = Propagation.MANDATORY)
  public List<Entry> with(WorkspaceId workspaceId, Collection<BillLine> lines) {
    grant.to(workspaceId);
    TrialCredit before = credits.lock(workspaceId);
    TrialCredit after = before.charge(TrialCredit.chargeable(lines));
    credits.save(workspaceId, after);
    Usd used = after.used().minus(before.used());
    Usd owed = BillLines.total(lines).minus(used);
    return Stream.of(Entry.of(Account.TRIAL_CREDIT, used), Entry.of(Account.RECEIVABLE, owed))
        .filter(entry -> !entry.amount().isZero())
        .toList();
  }
}
