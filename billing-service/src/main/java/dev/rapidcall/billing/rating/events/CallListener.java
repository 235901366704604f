package dev.rapidcall.billing.rating.events;

import dev.rapidcall.billing.rating.TakeUsageFact;
import dev.rapidcall.billing.usage.UsageFact;
import dev.rapidcall.billing.usage.UsageFact.Content;
import dev.rapidcall.billing.usage.UsageFact.Ended;
import dev.rapidcall.billing.usage.UsageFact.Opened;
import dev.rapidcall.events.CallChannel;
import dev.rapidcall.events.CallEvent;
import dev.rapidcall.events.CallEvent.AgentMissing;
import dev.rapidcall.events.CallEvent.CallAnalyzed;
import dev.rapidcall.events.CallEvent.CallAnswered;
import dev.rapidcall.events.CallEvent.CallCorrected;
import dev.rapidcall.events.CallEvent.CallEnded;
import dev.rapidcall.events.CallEvent.CallImported;
import dev.rapidcall.events.CallEvent.CallResult;
import dev.rapidcall.events.CallEvent.CallStarted;
import dev.rapidcall.messaging.Envelope;
import dev.rapidcall.messaging.EventConsumer;
import org.springframework.stereotype.Component;

@Component
class CallListener implements EventConsumer<CallEvent> {
  private final TakeUsageFact facts;

  CallListener(TakeUsageFact facts) {
    this.facts = facts;
  }

  @Override
  public String name() {
    return "billing.calls";
  }

  @Override
  public Class<CallEvent> events() {
    return CallEvent.class;
  }

  @Override
  public void on(Envelope<CallEvent> envelope) {
    switch (envelope.event()) {
      case CallStarted started ->
          take(envelope, new Opened(started.channel(), started.startedAt()));
      case CallAnswered answered -> {
        // The end says it again.
      }
      case AgentMissing missing -> {
        // The call goes on, or its end says it.
      }
      case CallAnalyzed analyzed -> {
        // It costs the caller nothing.
      }
      case CallImported imported -> {
        // It was paid for where it took place.
      }
      case CallEnded ended -> take(envelope, ended(ended.channel(), ended.result(), 0));
      case CallCorrected corrected ->
          take(envelope, ended(corrected.channel(), corrected.result(), corrected.revision()));
    }
  }

  private void take(Envelope<CallEvent> envelope, Content content) {
    CallEvent event = envelope.event();
    facts.take(
        new UsageFact(
            envelope.id(),
            event.callId(),
            event.workspaceId(),
            envelope.source(),
            envelope.occurredAt(),
            content));
  }

  private static Ended ended(CallChannel channel, CallResult result, int revision) {
    return new Ended(channel, result.answeredAt(), result.endedAt(), result.talkTime(), revision);
  }
}
