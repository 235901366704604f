package dev.rapidcall.billing.rating.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.billing.BillingService;
import dev.rapidcall.billing.fixtures.ToldCall;
import dev.rapidcall.billing.ledger.Ledger;
import dev.rapidcall.billing.money.Usd;
import dev.rapidcall.billing.proof.VerifyLedger;
import dev.rapidcall.billing.rating.CallBills;
import dev.rapidcall.events.BillingEvent;
import dev.rapidcall.events.BillingEvent.CallRated;
import dev.rapidcall.events.BillingEvent.CallRerated;
import dev.rapidcall.events.CallId;
import dev.rapidcall.events.Event;
import dev.rapidcall.events.EventId;
import dev.rapidcall.messaging.Envelope;
import dev.rapidcall.messaging.EventConsumer;
import dev.rapidcall.messaging.EventPublisher;
import dev.rapidcall.messaging.inbox.Inbox;
import dev.rapidcall.testing.RapidCallIT;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

/** The whole way: topic, inbox, ledger, outbox, topic. */
@RapidCallIT(
    classes = BillingService.class,
    properties = {"spring.config.name=billing-service", "LLM_SURCHARGE_JSON={\"gpt-5\":0.04}"})
@Import(BillingOverKafkaIT.Ear.class)
class BillingOverKafkaIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Autowired private EventPublisher publisher;
  @Autowired private TransactionTemplate transaction;
  @Autowired private Inbox inbox;
  @Autowired private CallBills bills;
  @Autowired private Ledger ledger;
  @Autowired private VerifyLedger verify;
  @Autowired private Ear ear;

  @Test
  void ratesWhatItHearsAndSaysSo() throws Exception {
    ToldCall call = ToldCall.web(ToldCall.newWorkspace());
    hear(List.of(call.started(), call.latencyOnly(), call.ended(Duration.ofSeconds(90))));

    Envelope<BillingEvent> rated = ear.next(call.id());
    assertThat(rated.id()).isEqualTo(new EventId("rated:" + call.id()));
    assertThat(rated.event())
        .isInstanceOfSatisfying(
            CallRated.class,
            event -> {
              assertThat(event.amountUsd()).isEqualByComparingTo("0.15");
              assertThat(event.usageKnown()).isFalse();
            });

    hear(List.of(call.tokens("gpt-5", 4000, 1000)));

    Envelope<BillingEvent> rerated = ear.next(call.id());
    assertThat(rerated.id()).isEqualTo(new EventId("rerated:" + call.id() + ":1"));
    assertThat(rerated.event())
        .isInstanceOfSatisfying(
            CallRerated.class,
            event -> {
              assertThat(event.amountUsd()).isEqualByComparingTo("0.214");
              assertThat(event.adjustmentUsd()).isEqualByComparingTo("0.064");
              assertThat(event.usageKnown()).isTrue();
            });
  }

  @Test
  void aShuffledPileOfCallsComesToTheRightBills() {
    List<ToldCall> calls = new ArrayList<>();
    List<Envelope<Event>> facts = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      ToldCall call = ToldCall.web(ToldCall.newWorkspace());
      calls.add(call);
      facts.add(call.started());
      facts.add(call.ended(Duration.ofSeconds(45)));
      facts.add(call.corrected(1, Duration.ofSeconds(90)));
      facts.add(call.tokens("gpt-5", 1, 1));
      facts.add(call.tokens("gpt-5", 4000, 1000));
    }
    Collections.shuffle(facts, new Random(4));
    hear(facts);

    for (ToldCall call : calls) {
      assertThat(bills.find(call.id()).orElseThrow().amount()).isEqualTo(Usd.of("0.214"));
      assertThat(ledger.outOfBalance(call.workspaceId())).isEmpty();
      assertThat(verify.of(call.workspaceId(), YearMonth.of(2026, 11))).isEmpty();
    }
  }

  /** Publishes and returns when the service has handled everything. */
  private void hear(List<Envelope<Event>> envelopes) {
    envelopes.forEach(
        envelope ->
            transaction.executeWithoutResult(
                status ->
                    publisher.publish(envelope.id(), envelope.occurredAt(), envelope.event())));
    envelopes.forEach(
        envelope -> assertThat(inbox.await(envelope.id(), PATIENCE)).as("%s", envelope).isTrue());
  }

  /** Another service that listens to billing. */
  static final class Ear implements EventConsumer<BillingEvent> {
    private final BlockingQueue<Envelope<BillingEvent>> heard = new LinkedBlockingQueue<>();

    Envelope<BillingEvent> next(CallId callId) throws InterruptedException {
      Envelope<BillingEvent> next = heard.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      while (next != null && !next.event().callId().equals(callId)) {
        next = heard.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      }
      if (next == null) {
        throw new AssertionError("nothing was said of " + callId);
      }
      return next;
    }

    @Override
    public String name() {
      return "test.billing";
    }

    @Override
    public Class<BillingEvent> events() {
      return BillingEvent.class;
    }

    @Override
    public void on(Envelope<BillingEvent> envelope) {
      heard.add(envelope);
    }
  }
}
