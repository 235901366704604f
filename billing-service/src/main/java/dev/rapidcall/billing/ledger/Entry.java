package dev.rapidcall.billing.ledger;

import dev.rapidcall.billing.money.Usd;
import org.jspecify.annotations.Nullable;

/**
 * One side of a transaction.
 *
 * @param amount debits positive, credits negative
 * @param line what was earned; only revenue has one
 */
public record Entry(Account account, Usd amount, @Nullable BillLine line) {

  /** Moves an amount that is no line of a bill. */
  public static Entry of(Account account, Usd amount) {
    return new Entry(account, amount, null);
  }

  /** Earns a line. */
  public static Entry earned(BillLine line) {
    return new Entry(Account.REVENUE, line.amount().negated(), line);
  }
}
