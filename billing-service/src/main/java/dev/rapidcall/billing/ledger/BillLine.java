package dev.rapidcall.billing.ledger;

import dev.rapidcall.billing.money.Usd;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;

/**
 * One line of a call's bill. The lines of an adjustment may be negative.
 *
 * @param period the month, in UTC, that the call ended in
 */
public record BillLine(
    LineKey key,
    YearMonth period,
    BigDecimal quantity,
    BigDecimal unitUsd,
    String rateCardVersion,
    Usd amount) {

  public BillLine {
    quantity = quantity.setScale(Usd.SCALE, RoundingMode.HALF_UP);
    unitUsd = unitUsd.stripTrailingZeros();
  }

  /** What lines must share to be added up. */
  public Kind kind() {
    return new Kind(key, period, unitUsd, rateCardVersion);
  }

  /** The line taken back. */
  public BillLine reversed() {
    return new BillLine(key, period, quantity.negate(), unitUsd, rateCardVersion, amount.negated());
  }

  /**
   * Adds a line of the same kind.
   *
   * @throws IllegalArgumentException if it is of another kind
   */
  public BillLine plus(BillLine other) {
    if (!kind().equals(other.kind())) {
      throw new IllegalArgumentException("lines of two kinds: " + kind() + ", " + other.kind());
    }
    return new BillLine(
        key,
        period,
        quantity.add(other.quantity),
        unitUsd,
        rateCardVersion,
        amount.plus(other.amount));
  }

  /** Whether there is nothing to it. */
  public boolean isNil() {
    return quantity.signum() == 0 && amount.isZero();
  }

  /** One thing at one price in one month. */
  public record Kind(LineKey key, YearMonth period, BigDecimal unitUsd, String rateCardVersion) {}
}
