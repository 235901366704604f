package dev.rapidcall.billing.credit;

import dev.rapidcall.billing.ledger.Account;
import dev.rapidcall.billing.ledger.Entry;
import dev.rapidcall.billing.ledger.Ledger;
import dev.rapidcall.billing.ledger.Transaction;
import dev.rapidcall.billing.money.Usd;
import dev.rapidcall.billing.rates.RateCard;
import dev.rapidcall.billing.rates.RateCards;
import dev.rapidcall.events.WorkspaceId;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives a workspace its trial credit when it is first seen, and never again. */
@Component
public class GrantTrialCredit {
  private final TrialCredits credits;
  private final RateCards rates;
  private final Ledger ledger;
  private final Clock clock;

  GrantTrialCredit(TrialCredits credits, RateCards rates, Ledger ledger, Clock clock) {
    this.credits = credits;
    this.rates = rates;
    this.ledger = ledger;
    this.clock = clock;
  }

  /** The workspace's credit as it stands, granted now if it never was. */
  @Transactional
  public TrialCredit to(WorkspaceId workspaceId) {
    return credits.find(workspaceId).orElseGet(() -> grant(workspaceId));
  }

  private TrialCredit grant(WorkspaceId workspaceId) {
    Usd amount = rates.current().trialCredit();
    if (credits.open(workspaceId, amount) && !amount.isZero()) {
      RateCard card = rates.use();
      ledger.post(
          new Transaction(
              "grant:" + workspaceId,
              workspaceId,
              null,
              Transaction.Reason.TRIAL_GRANT,
              clock.instant(),
              card.version(),
              List.of(
                  Entry.of(Account.TRIAL_GRANTS, amount),
                  Entry.of(Account.TRIAL_CREDIT, amount.negated()))));
    }
    return credits.find(workspaceId).orElseThrow();
  }
}
