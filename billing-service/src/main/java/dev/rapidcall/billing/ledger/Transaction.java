package dev.rapidcall.billing.ledger;

import dev.rapidcall.billing.money.Usd;
import dev.rapidcall.events.CallId;
import dev.rapidcall.events.WorkspaceId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Entries that are posted together and come to zero.
 *
 * @param id derived from the act, so that it cannot be posted twice
 * @param callId null for what concerns no call
 * @param occurredAt event time
 * @param rateCardVersion by which its amounts were found
 */
public record Transaction(
    String id,
    WorkspaceId workspaceId,
    @Nullable CallId callId,
    Reason reason,
    Instant occurredAt,
    String rateCardVersion,
    List<Entry> entries) {

  /**
   * @throws IllegalArgumentException if debits and credits differ
   */
  public Transaction {
    entries = List.copyOf(entries);
    Usd sum = entries.stream().map(Entry::amount).reduce(Usd.ZERO, Usd::plus);
    if (!sum.isZero()) {
      throw new IllegalArgumentException(id + " is out of balance by " + sum);
    }
  }

  /** Why something was posted. */
  public enum Reason {
    TRIAL_GRANT,
    RATING,
    ADJUSTMENT;

    /** Its name in the ledger. */
    public String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
