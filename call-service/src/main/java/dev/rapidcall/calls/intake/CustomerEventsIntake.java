package dev.rapidcall.calls.intake;

import dev.rapidcall.calls.webhooks.TellCustomer;
import dev.rapidcall.events.CallEvent;
import dev.rapidcall.events.CallEvent.AgentMissing;
import dev.rapidcall.events.CallEvent.CallAnalyzed;
import dev.rapidcall.events.CallEvent.CallAnswered;
import dev.rapidcall.events.CallEvent.CallCorrected;
import dev.rapidcall.events.CallEvent.CallEnded;
import dev.rapidcall.events.CallEvent.CallImported;
import dev.rapidcall.events.CallEvent.CallStarted;
import dev.rapidcall.messaging.Envelope;
import dev.rapidcall.messaging.EventConsumer;
import org.springframework.stereotype.Component;

/**
 * What was decided about calls, for the customers. A correction is nothing new to them, an imported
 * call is an old one.
 */
@Component
class CustomerEventsIntake implements EventConsumer<CallEvent> {
  private final TellCustomer tellCustomer;

  CustomerEventsIntake(TellCustomer tellCustomer) {
    this.tellCustomer = tellCustomer;
  }

  @Override
  public String name() {
    return "calls.customer-events";
  }

  @Override
  public Class<CallEvent> events() {
    return CallEvent.class;
  }

  @Override
  public void on(Envelope<CallEvent> envelope) {
    switch (envelope.event()) {
      case CallStarted started -> tellCustomer.started(started);
      case CallAnswered answered -> tellCustomer.answered(answered);
      case CallEnded ended -> tellCustomer.ended(ended);
      case CallAnalyzed analyzed -> tellCustomer.analyzed(analyzed);
      case AgentMissing missing -> {}
      case CallCorrected corrected -> {}
      case CallImported imported -> {}
    }
  }
}
