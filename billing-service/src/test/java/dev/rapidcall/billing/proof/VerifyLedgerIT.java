package dev.rapidcall.billing.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.billing.BillingService;
import dev.rapidcall.billing.fixtures.Billing;
import dev.rapidcall.billing.fixtures.ToldCall;
import dev.rapidcall.events.WorkspaceId;
import dev.rapidcall.testing.RapidCallIT;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@RapidCallIT(
    classes = {BillingService.class, Billing.Configuration.class},
    properties = "spring.config.name=billing-service")
class VerifyLedgerIT {
  private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);

  @Autowired private Billing billing;
  @Autowired private VerifyLedger verify;
  @Autowired private JdbcClient jdbc;
  @Autowired private TransactionTemplate transaction;

  private final WorkspaceId workspace = ToldCall.newWorkspace();
  private final ToldCall call = ToldCall.web(workspace);
  private final ToldCall other = ToldCall.web(workspace);

  @BeforeEach
  void rateCalls() {
    billing.tell(List.of(call.started(), call.ended(Duration.ofSeconds(90))));
    billing.tell(List.of(other.ended(Duration.ofSeconds(45)), other.tokens("gpt-5", 9000, 1)));
  }

  @Test
  void findsNothingInALedgerThatNobodyTouched() {
    assertThat(verify.of(workspace, NOVEMBER)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "amount_usd = amount_usd - 0.000001",
        "quantity = quantity + 1",
        "unit_usd = 0.2",
        "period = '2026-10-01'",
        "line_key = 'telephony_minutes'"
      })
  void findsTheOneLineThatWasAltered(String change) {
    asSuperuser("UPDATE ledger_entries SET " + change + " WHERE line_no = 1 AND " + ofCall());

    assertThat(verify.of(workspace, NOVEMBER))
        .extracting(Discrepancy::subject)
        .contains(call.id().value())
        .doesNotContain(other.id().value());
  }

  @Test
  void findsAnAlterationThatKeepsTheBalance() {
    asSuperuser("UPDATE ledger_entries SET amount_usd = amount_usd * 2 WHERE " + ofCall());

    assertThat(verify.of(workspace, NOVEMBER))
        .extracting(Discrepancy::subject)
        .contains(call.id().value(), "trial_credit", "revenue");
  }

  @Test
  void findsAFactThatWasTakenAway() {
    asSuperuser("DELETE FROM usage_facts WHERE call_id = '" + call.id() + "'");

    assertThat(verify.of(workspace, NOVEMBER))
        .extracting(Discrepancy::subject)
        .contains(call.id().value());
  }

  @Test
  void findsACreditRowThatIsNotWhatTheLedgerSays() {
    asSuperuser(
        "UPDATE trial_credits SET charged_usd = 0 WHERE workspace_id = '" + workspace + "'");

    assertThat(verify.of(workspace, NOVEMBER))
        .extracting(Discrepancy::subject)
        .containsExactly("credit row");
  }

  private String ofCall() {
    return "transaction_id = 'rated:" + call.id() + "'";
  }

  /** With the triggers out of the way, as only the owner of the database can. */
  private void asSuperuser(String change) {
    transaction.executeWithoutResult(
        status -> {
          jdbc.sql("SET LOCAL session_replication_role = replica").update();
          assertThat(jdbc.sql(change).update()).isPositive();
        });
  }
}
