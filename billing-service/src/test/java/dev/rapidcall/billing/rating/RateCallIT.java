package dev.rapidcall.billing.rating;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.billing.BillingService;
import dev.rapidcall.billing.fixtures.Billing;
import dev.rapidcall.billing.fixtures.ToldCall;
import dev.rapidcall.billing.ledger.Account;
import dev.rapidcall.billing.ledger.BillLine;
import dev.rapidcall.billing.ledger.BillLines;
import dev.rapidcall.billing.ledger.Ledger;
import dev.rapidcall.billing.ledger.LineKey;
import dev.rapidcall.billing.money.Usd;
import dev.rapidcall.billing.proof.VerifyLedger;
import dev.rapidcall.events.BillingEvent.CallRated;
import dev.rapidcall.events.BillingEvent.CallRerated;
import dev.rapidcall.events.Event;
import dev.rapidcall.events.WorkspaceId;
import dev.rapidcall.messaging.Envelope;
import dev.rapidcall.testing.RapidCallIT;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RapidCallIT(
    classes = {BillingService.class, Billing.Configuration.class},
    properties = {
      "spring.config.name=billing-service",
      "TRIAL_CREDIT_USD=1",
      "LLM_SURCHARGE_JSON={\"gpt-5\":0.04}"
    })
class RateCallIT {
  private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);

  @Autowired private Billing billing;
  @Autowired private CallBills bills;
  @Autowired private Ledger ledger;
  @Autowired private VerifyLedger verify;

  private final WorkspaceId workspace = ToldCall.newWorkspace();
  private final ToldCall call = ToldCall.web(workspace);

  @Test
  void ratesACallOnceItsEndIsKnown() {
    billing.tell(call.started());
    billing.tell(call.tokens("gpt-5", 4000, 1000));
    assertThat(bills.find(call.id())).isEmpty();

    billing.tell(call.ended(Duration.ofSeconds(90)));

    CallBill bill = bills.find(call.id()).orElseThrow();
    assertThat(bill.amount()).isEqualTo(Usd.of("0.214"));
    assertThat(bill.usageKnown()).isTrue();
    assertThat(ledger.linesOf(call.id()))
        .extracting(BillLine::key)
        .containsExactly(
            LineKey.VOICE_BASE_MINUTES,
            LineKey.VOICE_MODEL_UPGRADE_MINUTES,
            LineKey.LLM_TOKEN_OVERAGE_1K);
    assertThat(credit()).isEqualTo(Usd.of("0.786"));
    assertThat(billing.heardOf(call.id()))
        .containsExactly(
            new CallRated(
                call.id(), workspace, bill.rateCardVersion(), Usd.of("0.214").amount(), true));
  }

  @Test
  void aLateReportIsOneAdjustmentAndNoEdit() {
    billing.tell(List.of(call.started(), call.ended(Duration.ofSeconds(90))));
    List<BillLine> asRated = ledger.linesOf(call.id());
    assertThat(bills.find(call.id()).orElseThrow().usageKnown()).isFalse();

    Envelope<Event> report = call.tokens("gpt-5", 4000, 1000);
    billing.tell(List.of(report, report, call.latencyOnly()));

    CallBill bill = bills.find(call.id()).orElseThrow();
    assertThat(bill.amount()).isEqualTo(Usd.of("0.214"));
    assertThat(bill.revision()).isEqualTo(2);
    assertThat(ledger.linesOf(call.id())).startsWith(asRated.toArray(BillLine[]::new)).hasSize(3);
    assertThat(billing.heardOf(call.id()))
        .last()
        .isEqualTo(
            new CallRerated(
                call.id(),
                workspace,
                bill.rateCardVersion(),
                Usd.of("0.214").amount(),
                Usd.of("0.064").amount(),
                true));
  }

  @Test
  void aReportThatCostsNothingOnlySettlesWhatWasUnknown() {
    billing.tell(List.of(call.ended(Duration.ofSeconds(90)), call.tokens("gpt-5-mini", 100, 20)));

    CallBill bill = bills.find(call.id()).orElseThrow();
    assertThat(bill.revision()).isEqualTo(1);
    assertThat(bill.usageKnown()).isTrue();
    assertThat(billing.heardOf(call.id())).hasSize(1);
  }

  @Test
  void aCallThatNobodyAnsweredIsRatedAtNothingAndPostsNothing() {
    billing.tell(List.of(call.started(), call.tokens("gpt-5", 9000, 0), call.neverAnswered()));

    assertThat(bills.find(call.id()).orElseThrow().amount()).isEqualTo(Usd.ZERO);
    assertThat(ledger.linesOf(call.id())).isEmpty();
    assertThat(credit()).isEqualTo(Usd.of("1"));
    assertThat(billing.heardOf(call.id())).singleElement().isInstanceOf(CallRated.class);
  }

  @Test
  void theCreditIsGrantedOnceAndWhatItDoesNotCoverIsOwed() {
    ToldCall second = ToldCall.web(workspace);
    billing.tell(List.of(call.started(), call.ended(Duration.ofMinutes(9)))); // 0.90
    billing.tell(List.of(second.started(), second.ended(Duration.ofMinutes(5)))); // 0.50

    assertThat(ledger.balance(workspace, Account.TRIAL_GRANTS)).isEqualTo(Usd.of("1"));
    assertThat(credit()).isEqualTo(Usd.ZERO);
    assertThat(owed()).isEqualTo(Usd.of("0.40"));

    billing.tell(call.corrected(1, Duration.ofMinutes(1))); // 0.80 less

    assertThat(owed()).isEqualTo(Usd.ZERO);
    assertThat(credit()).isEqualTo(Usd.of("0.40"));
    assertThat(verify.of(workspace, NOVEMBER)).isEmpty();
  }

  @Test
  void everyOrderAndAnyDuplicatesComeToTheSameBill() {
    for (int seed = 0; seed < 25; seed++) {
      Random random = new Random(seed);
      ToldCall told = ToldCall.web(ToldCall.newWorkspace());
      List<Envelope<Event>> facts = facts(told);
      facts.addAll(facts.subList(0, random.nextInt(facts.size())));
      Collections.shuffle(facts, random);

      billing.tell(facts);

      assertSettled(told);
    }
  }

  @Test
  void everythingAtOnceComesToTheSameBillToo() throws Exception {
    ToldCall other = ToldCall.web(workspace);
    List<Envelope<Event>> facts = facts(call);
    facts.addAll(facts(other));
    facts.addAll(List.copyOf(facts));
    Collections.shuffle(facts, new Random(7));
    try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
      List<Future<?>> told = new ArrayList<>();
      facts.forEach(fact -> told.add(threads.submit(() -> billing.tell(fact))));
      for (Future<?> future : told) {
        future.get();
      }
    }

    assertSettled(call);
    assertSettled(other);
    assertThat(ledger.balance(workspace, Account.TRIAL_GRANTS)).isEqualTo(Usd.of("1"));
  }

  @Test
  void whatIsKnownBeforeTheEndGivesTheSameLedgerLineByLine() {
    List<BillLine> expected = null;
    for (int seed = 0; seed < 5; seed++) {
      ToldCall told = ToldCall.web(ToldCall.newWorkspace());
      List<Envelope<Event>> facts =
          new ArrayList<>(
              List.of(told.started(), told.tokens("gpt-5", 4000, 1000), told.latencyOnly()));
      Collections.shuffle(facts, new Random(seed));
      billing.tell(facts);
      billing.tell(told.ended(Duration.ofSeconds(90)));

      List<BillLine> posted = ledger.linesOf(told.id());
      expected = expected == null ? posted : expected;
      assertThat(posted).isEqualTo(expected).hasSize(3);
    }
  }

  /** Comes to 60 s with gpt-5 and 5000 tokens: 0.10 + 0.04 + 0.006. */
  private static List<Envelope<Event>> facts(ToldCall told) {
    return new ArrayList<>(
        List.of(
            told.started(),
            told.ended(Duration.ofSeconds(90)),
            told.corrected(1, Duration.ofSeconds(30)),
            told.corrected(2, Duration.ofSeconds(60)),
            told.tokens("gpt-5", 900, 100),
            told.tokens("gpt-5", 4000, 1000),
            told.latencyOnly()));
  }

  private void assertSettled(ToldCall told) {
    CallBill bill = bills.find(told.id()).orElseThrow();
    assertThat(bill.amount()).isEqualTo(Usd.of("0.146"));
    assertThat(BillLines.total(ledger.linesOf(told.id()))).isEqualTo(bill.amount());
    assertThat(billing.heardOf(told.id())).hasSize(bill.revision());
    assertThat(billing.heardOf(told.id())).filteredOn(CallRated.class::isInstance).hasSize(1);
    assertThat(verify.of(told.workspaceId(), NOVEMBER)).isEmpty();
  }

  private Usd credit() {
    return ledger.balance(workspace, Account.TRIAL_CREDIT).negated();
  }

  private Usd owed() {
    return ledger.balance(workspace, Account.RECEIVABLE);
  }
}
