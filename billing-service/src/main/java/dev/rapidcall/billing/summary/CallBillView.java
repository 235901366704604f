package dev.rapidcall.billing.summary;

import dev.rapidcall.billing.ledger.BillLine;
import dev.rapidcall.billing.money.Usd;
import dev.rapidcall.billing.rating.CallBill;
import java.math.BigDecimal;
import java.util.List;

/**
 * The bill of one call.
 *
 * @param usageKnown false while tokens or model are unknown, so that the amount may still change
 * @param lines as posted: those of the rating, then those of its adjustments
 */
public record CallBillView(
    String callId,
    BigDecimal amountUsd,
    boolean usageKnown,
    String rateCardVersion,
    int adjustments,
    List<Line> lines) {

  static CallBillView of(CallBill bill, List<BillLine> lines) {
    return new CallBillView(
        bill.callId().value(),
        bill.amount().plain(),
        bill.usageKnown(),
        bill.rateCardVersion(),
        bill.revision() - 1,
        lines.stream().map(Line::of).toList());
  }

  /** One line; those of an adjustment may be negative. */
  public record Line(
      String key,
      String description,
      String unit,
      BigDecimal quantity,
      BigDecimal unitAmountUsd,
      BigDecimal amountUsd) {

    private static Line of(BillLine line) {
      return new Line(
          line.key().wire(),
          line.key().description(),
          line.key().unit(),
          Usd.plain(line.quantity()),
          Usd.plain(line.unitUsd()),
          line.amount().plain());
    }
  }
}
