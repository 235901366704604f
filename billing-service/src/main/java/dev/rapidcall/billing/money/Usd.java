package dev.rapidcall.billing.money;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** An amount of US dollars, exact to a millionth; what is finer is rounded half up. */
public record Usd(BigDecimal amount) implements Comparable<Usd> {
  /** Decimal places of every amount, of every rounded quantity too. */
  public static final int SCALE = 6;

  /** Nothing. */
  public static final Usd ZERO = new Usd(BigDecimal.ZERO);

  public Usd {
    amount = amount.setScale(SCALE, RoundingMode.HALF_UP);
  }

  /** Reads a decimal number such as {@code 0.214}. */
  public static Usd of(String decimal) {
    return new Usd(new BigDecimal(decimal));
  }

  public Usd plus(Usd other) {
    return new Usd(amount.add(other.amount));
  }

  public Usd minus(Usd other) {
    return new Usd(amount.subtract(other.amount));
  }

  public Usd negated() {
    return new Usd(amount.negate());
  }

  public Usd min(Usd other) {
    return compareTo(other) <= 0 ? this : other;
  }

  public boolean isZero() {
    return amount.signum() == 0;
  }

  /** Whole cents, rounded half up. */
  public long cents() {
    return amount.movePointRight(2).setScale(0, RoundingMode.HALF_UP).longValueExact();
  }

  /** For JSON: the shortest plain decimal. */
  public BigDecimal plain() {
    return plain(amount);
  }

  /** A quantity or price for JSON: no trailing zeros and no exponent. */
  public static BigDecimal plain(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  @Override
  public int compareTo(Usd other) {
    return amount.compareTo(other.amount);
  }

  @Override
  public String toString() {
    return amount.toPlainString() + " USD";
  }
}
