package dev.rapidcall.billing.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapidcall.billing.BillingService;
import dev.rapidcall.billing.fixtures.Billing;
import dev.rapidcall.billing.fixtures.ToldCall;
import dev.rapidcall.billing.money.Usd;
import dev.rapidcall.events.WorkspaceId;
import dev.rapidcall.testing.RapidCallIT;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@RapidCallIT(
    classes = {BillingService.class, Billing.Configuration.class},
    properties = "spring.config.name=billing-service")
class LedgerIT {
  @Autowired private Billing billing;
  @Autowired private Ledger ledger;
  @Autowired private JdbcClient jdbc;
  @Autowired private TransactionTemplate transaction;

  private final WorkspaceId workspace = ToldCall.newWorkspace();
  private final ToldCall call = ToldCall.web(workspace);

  @BeforeEach
  void rateACall() {
    billing.tell(List.of(call.started(), call.ended(Duration.ofSeconds(90))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE ledger_entries SET amount_usd = 0",
        "DELETE FROM ledger_entries",
        "TRUNCATE ledger_entries",
        "UPDATE ledger_transactions SET occurred_at = now()",
        "DELETE FROM ledger_transactions",
        "UPDATE usage_facts SET body = '{}'",
        "DELETE FROM usage_facts",
        "UPDATE rate_cards SET content = ''",
        "DELETE FROM rate_cards"
      })
  void nothingThatWasWrittenCanBeChanged(String change) {
    assertThatThrownBy(() -> jdbc.sql(change).update()).hasMessageContaining("append-only");
  }

  @Test
  void theDatabaseRefusesAnEntryWithoutItsCounterpart() {
    assertThatThrownBy(
            () ->
                jdbc.sql(
                        """
                        INSERT INTO ledger_entries (transaction_id, line_no, workspace_id, account,
                          amount_usd, rate_card_version)
                        SELECT transaction_id, 99, workspace_id, 'receivable', 1, rate_card_version
                        FROM ledger_entries WHERE transaction_id = :id LIMIT 1
                        """)
                    .param("id", "rated:" + call.id())
                    .update())
        .hasMessageContaining("out of balance");
  }

  @Test
  void theDatabaseRefusesATransactionWithoutEntries() {
    assertThatThrownBy(
            () ->
                jdbc.sql(
                        """
                        INSERT INTO ledger_transactions
                          (id, workspace_id, call_id, reason, occurred_at, posted_at)
                        VALUES ('empty', 'w', 'c', 'adjustment', now(), now())
                        """)
                    .update())
        .hasMessageContaining("0 entries");
  }

  @Test
  void noTransactionIsPostedTwice() {
    Transaction again =
        new Transaction(
            "rated:" + call.id(),
            workspace,
            call.id(),
            Transaction.Reason.RATING,
            Instant.EPOCH,
            version(),
            List.of());

    assertThatThrownBy(() -> transaction.executeWithoutResult(status -> ledger.post(again)))
        .isInstanceOf(DuplicateKeyException.class);
  }

  @Test
  void anImbalanceDoesNotEvenReachTheDatabase() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Transaction(
                    "lopsided",
                    workspace,
                    call.id(),
                    Transaction.Reason.ADJUSTMENT,
                    Instant.EPOCH,
                    version(),
                    List.of(Entry.of(Account.RECEIVABLE, Usd.of("1")))))
        .withMessageContaining("out of balance");
  }

  @Test
  void everyLineNamesItsRateCardAndEveryTransactionComesToZero() {
    assertThat(
            jdbc.sql("SELECT count(*) FROM ledger_entries WHERE rate_card_version IS NULL")
                .query(Integer.class)
                .single())
        .isZero();
    assertThat(ledger.outOfBalance(workspace)).isEmpty();
  }

  private String version() {
    return ledger.linesOf(call.id()).getFirst().rateCardVersion();
  }
}
