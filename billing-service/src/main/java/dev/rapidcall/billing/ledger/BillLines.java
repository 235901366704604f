package dev.rapidcall.billing.ledger;

import dev.rapidcall.billing.money.Usd;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Arithmetic of lines. */
public final class BillLines {
  private BillLines() {}

  /** One line per kind; kinds that cancel out are left out. */
  public static List<BillLine> net(Collection<BillLine> lines) {
    Map<BillLine.Kind, BillLine> byKind = new LinkedHashMap<>();
    lines.forEach(line -> byKind.merge(line.kind(), line, BillLine::plus));
    return byKind.values().stream().filter(line -> !line.isNil()).toList();
  }

  /** What must be added to the posted lines so that they come to the due ones. */
  public static List<BillLine> difference(Collection<BillLine> posted, Collection<BillLine> due) {
    return net(Stream.concat(posted.stream().map(BillLine::reversed), due.stream()).toList());
  }

  public static Usd total(Collection<BillLine> lines) {
    return lines.stream().map(BillLine::amount).reduce(Usd.ZERO, Usd::plus);
  }
}
