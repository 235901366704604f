package dev.rapidcall.billing.credit;

import dev.rapidcall.billing.ledger.BillLine;
import dev.rapidcall.billing.ledger.BillLines;
import dev.rapidcall.billing.ledger.LineKey;
import dev.rapidcall.billing.money.Usd;
import java.util.Collection;

/**
 * The trial credit of a workspace. It depends on the sums only, so it is the same in whatever order
 * calls are rated and amended.
 *
 * @param granted what was given
 * @param charged what of all rated calls the credit may pay for, covered or not
 */
public record TrialCredit(Usd granted, Usd charged) {

  /** The credit pays for everything but telephony. */
  public static Usd chargeable(Collection<BillLine> lines) {
    return BillLines.total(
        lines.stream().filter(line -> line.key() != LineKey.TELEPHONY_MINUTES).toList());
  }

  /** Never more than was granted. */
  public Usd used() {
    return granted.min(charged);
  }

  /** Never below zero. */
  public Usd remaining() {
    return granted.minus(used());
  }

  TrialCredit charge(Usd amount) {
    return new TrialCredit(granted, charged.plus(amount));
  }
}
