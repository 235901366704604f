package dev.rapidcall.billing.ledger;

import dev.rapidcall.billing.money.Usd;
import dev.rapidcall.events.CallId;
import dev.rapidcall.events.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The books. The database refuses every change to what was posted and every imbalance. */
@Repository
public class Ledger {
  private static final String LINES =
      """
      SELECT line_key, period, quantity, unit_usd, rate_card_version, amount_usd FROM ledger_entries
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  Ledger(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Posts a transaction.
   *
   * @throws org.springframework.dao.DuplicateKeyException if one of its id was posted before
   */
  public void post(Transaction transaction) {
    CallId callId = transaction.callId();
    jdbc.sql(
            """
            INSERT INTO ledger_transactions
              (id, workspace_id, call_id, reason, occurred_at, posted_at)
            VALUES (:id, :workspaceId, :callId, :reason, :occurredAt, :postedAt)
            """)
        .param("id", transaction.id())
        .param("workspaceId", transaction.workspaceId().value())
        .param("callId", callId == null ? null : callId.value())
        .param("reason", transaction.reason().wire())
        .param("occurredAt", transaction.occurredAt().atOffset(ZoneOffset.UTC))
        .param("postedAt", OffsetDateTime.now(clock))
        .update();
    for (int i = 0; i < transaction.entries().size(); i++) {
      insert(transaction, i + 1, transaction.entries().get(i));
    }
  }

  /** All lines of a call as posted, adjustments behind the rating. */
  public List<BillLine> linesOf(CallId callId) {
    return jdbc.sql(
            LINES
                + """
                JOIN ledger_transactions t ON t.id = transaction_id
                WHERE t.call_id = :callId AND account = 'revenue' ORDER BY t.posting, line_no
                """)
        .param("callId", callId.value())
        .query(Ledger::line)
        .list();
  }

  /** What a workspace used in a month: one line per thing, price and rate card. */
  public List<BillLine> linesOf(WorkspaceId workspaceId, YearMonth period) {
    return jdbc.sql(
            """
            SELECT line_key, period, sum(quantity) AS quantity, unit_usd, rate_card_version,
                   sum(amount_usd) AS amount_usd
            FROM ledger_entries
            WHERE workspace_id = :workspaceId AND period = :period AND account = 'revenue'
            GROUP BY line_key, period, unit_usd, rate_card_version
            """)
        .param("workspaceId", workspaceId.value())
        .param("period", period.atDay(1))
        .query(Ledger::line)
        .list();
  }

  /** The calls that a workspace has transactions of. */
  public List<CallId> callsOf(WorkspaceId workspaceId) {
    return jdbc.sql(
            """
            SELECT DISTINCT call_id FROM ledger_transactions
            WHERE workspace_id = :workspaceId AND call_id IS NOT NULL
            """)
        .param("workspaceId", workspaceId.value())
        .query((row, number) -> new CallId(row.getString(1)))
        .list();
  }

  /** The transactions whose entries do not come to zero, which the database should have refused. */
  public List<String> outOfBalance(WorkspaceId workspaceId) {
    return jdbc.sql(
            """
            SELECT transaction_id FROM ledger_entries WHERE workspace_id = :workspaceId
            GROUP BY transaction_id HAVING sum(amount_usd) <> 0 ORDER BY transaction_id
            """)
        .param("workspaceId", workspaceId.value())
        .query(String.class)
        .list();
  }

  /** The sum of all entries: debits positive, credits negative. */
  public Usd balance(WorkspaceId workspaceId, Account account) {
    return jdbc.sql(
            """
            SELECT coalesce(sum(amount_usd), 0) FROM ledger_entries
            WHERE workspace_id = :workspaceId AND account = :account
            """)
        .param("workspaceId", workspaceId.value())
        .param("account", account.wire())
        .query((row, i) -> new Usd(row.getBigDecimal(1)))
        .single();
  }

  private void insert(Transaction transaction, int lineNo, Entry entry) {
    @Nullable BillLine line = entry.line();
    jdbc.sql(
            """
            INSERT INTO ledger_entries (transaction_id, line_no, workspace_id, account, amount_usd,
              rate_card_version, line_key, period, quantity, unit_usd)
            VALUES (:transactionId, :lineNo, :workspaceId, :account, :amountUsd,
              :rateCardVersion, :lineKey, :period, :quantity, :unitUsd)
            """)
        .param("transactionId", transaction.id())
        .param("lineNo", lineNo)
        .param("workspaceId", transaction.workspaceId().value())
        .param("account", entry.account().wire())
        .param("amountUsd", entry.amount().amount())
        .param("rateCardVersion", transaction.rateCardVersion())
        .param("lineKey", line == null ? null : line.key().wire())
        .param("period", line == null ? null : line.period().atDay(1))
        .param("quantity", line == null ? null : line.quantity())
        .param("unitUsd", line == null ? null : line.unitUsd())
        .update();
  }

  private static BillLine line(ResultSet row, int number) throws SQLException {
    return new BillLine(
        LineKey.of(row.getString("line_key")),
        YearMonth.from(row.getObject("period", LocalDate.class)),
        row.getBigDecimal("quantity"),
        row.getBigDecimal("unit_usd"),
        row.getString("rate_card_version"),
        new Usd(row.getBigDecimal("amount_usd")).negated());
  }
}
