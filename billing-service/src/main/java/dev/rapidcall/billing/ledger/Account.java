package dev.rapidcall.billing.ledger;

import java.util.Locale;

/** An account of a workspace's books. Debits are positive, credits negative. */
public enum Account {
  /** What was given away. */
  TRIAL_GRANTS,
  /** What a workspace may still use up: its negative balance. */
  TRIAL_CREDIT,
  /** What a workspace owes. */
  RECEIVABLE,
  /** What calls earned, one entry per line of a bill. */
  REVENUE;

  /** Its name in the ledger. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
