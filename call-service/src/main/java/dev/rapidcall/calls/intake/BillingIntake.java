package dev.rapidcall.calls.intake;

import dev.rapidcall.calls.timeline.Fact;
import dev.rapidcall.calls.timeline.Timeline;
import dev.rapidcall.events.BillingEvent;
import dev.rapidcall.messaging.Envelope;
import dev.rapidcall.messaging.EventConsumer;
import org.springframework.stereotype.Component;

/** What calls cost: lines of their timelines. */
@Component
class BillingIntake implements EventConsumer<BillingEvent> {
  private final Timeline timeline;

  BillingIntake(Timeline timeline) {
    this.timeline = timeline;
  }

  @Override
  public String name() {
    return "calls.billing";
  }

  @Override
  public Class<BillingEvent> events() {
    return BillingEvent.class;
  }

  @Override
  public void on(Envelope<BillingEvent> envelope) {
    timeline.append(Fact.of(envelope));
  }
}
