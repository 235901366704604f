package dev.rapidcall.billing.summary;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a workspace used in a calendar month, in UTC. {@code totalUsd} is the ledger's sum, exact to
 * a millionth; cents are rounded for themselves, so those of the lines need not add up to the
 * total's.
 *
 * @param periodEndMs the first moment of the next month
 */
public record UsageSummary(
    boolean ok,
    long periodStartMs,
    long periodEndMs,
    long totalCents,
    BigDecimal totalUsd,
    List<UsageLine> lines) {

  /**
   * One thing that is charged; there is one of each, used or not.
   *
   * @param unitAmountCents null when it was charged at more than one price or has none
   * @param priceId null until prices are kept with the payment provider
   */
  public record UsageLine(
      String key,
      String description,
      String unit,
      BigDecimal quantity,
      @Nullable BigDecimal unitAmountCents,
      long amountCents,
      BigDecimal amountUsd,
      @Nullable String priceId) {}
}
