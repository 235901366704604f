package dev.rapidcall.calls.webhooks;

import static dev.rapidcall.calls.webhooks.events.CustomerEventType.CALL_ANALYZED;
import static dev.rapidcall.calls.webhooks.events.CustomerEventType.CALL_ENDED;
import static dev.rapidcall.calls.webhooks.events.CustomerEventType.CALL_STARTED;

import dev.rapidcall.calls.webhooks.delivery.QueueDelivery;
import dev.rapidcall.calls.webhooks.events.CustomerEventType;
import dev.rapidcall.calls.webhooks.events.MakeEvent;
import dev.rapidcall.events.CallChannel;
import dev.rapidcall.events.CallEvent.CallAnalyzed;
import dev.rapidcall.events.CallEvent.CallAnswered;
import dev.rapidcall.events.CallEvent.CallEnded;
import dev.rapidcall.events.CallEvent.CallStarted;
import dev.rapidcall.events.CallId;
import java.time.Instant;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells a customer about a call: each thing once, in order, to his stream and to the agent's
 * webhook. What should have been told before is told first.
 */
@Component
public class TellCustomer {
  private final MakeEvent makeEvent;
  private final QueueDelivery queueDelivery;

  TellCustomer(MakeEvent makeEvent, QueueDelivery queueDelivery) {
    this.makeEvent = makeEvent;
    this.queueDelivery = queueDelivery;
  }

  /** A phone that rings has not started yet. */
  @Transactional
  public void started(CallStarted started) {
    if (started.channel() == CallChannel.WEB) {
      tell(started.callId(), CALL_STARTED, started.startedAt());
    }
  }

  /** Of a web call the customer knows already. */
  @Transactional
  public void answered(CallAnswered answered) {
    tell(answered.callId(), CALL_STARTED, answered.answeredAt());
  }

  /** A phone call that nobody answered ends without a start. */
  @Transactional
  public void ended(CallEnded ended) {
    Instant answeredAt = ended.result().answeredAt();
    Instant endedAt = ended.result().endedAt();
    if (ended.channel() == CallChannel.WEB || answeredAt != null) {
      tell(ended.callId(), CALL_STARTED, Objects.requireNonNullElse(answeredAt, endedAt));
    }
    tell(ended.callId(), CALL_ENDED, endedAt);
  }

  /** Comes after the end. */
  @Transactional
  public void analyzed(CallAnalyzed analyzed) {
    tell(analyzed.callId(), CALL_ENDED, analyzed.analyzedAt());
    tell(analyzed.callId(), CALL_ANALYZED, analyzed.analyzedAt());
  }

  private void tell(CallId call, CustomerEventType type, Instant occurredAt) {
    makeEvent.make(call, type, occurredAt).ifPresent(queueDelivery::queue);
  }
}
