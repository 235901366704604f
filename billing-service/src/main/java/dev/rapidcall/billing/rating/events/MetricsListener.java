package dev.rapidcall.billing.rating.events;

import dev.rapidcall.billing.rating.TakeUsageFact;
import dev.rapidcall.billing.usage.UsageFact;
import dev.rapidcall.billing.usage.UsageFact.Model;
import dev.rapidcall.billing.usage.UsageFact.Reported;
import dev.rapidcall.billing.usage.UsageFact.TokenUsage;
import dev.rapidcall.events.CallMetricsEvent;
import dev.rapidcall.events.CallMetricsEvent.CallMetricsReported;
import dev.rapidcall.events.CallMetricsEvent.Models;
import dev.rapidcall.events.CallMetricsEvent.Usage;
import dev.rapidcall.messaging.Envelope;
import dev.rapidcall.messaging.EventConsumer;
import org.springframework.stereotype.Component;

@Component
class MetricsListener implements EventConsumer<CallMetricsEvent> {
  private final TakeUsageFact facts;

  MetricsListener(TakeUsageFact facts) {
    this.facts = facts;
  }

  @Override
  public String name() {
    return "billing.call-metrics";
  }

  @Override
  public Class<CallMetricsEvent> events() {
    return CallMetricsEvent.class;
  }

  @Override
  public void on(Envelope<CallMetricsEvent> envelope) {
    switch (envelope.event()) {
      case CallMetricsReported reported -> facts.take(fact(envelope, reported));
    }
  }

  private static UsageFact fact(Envelope<CallMetricsEvent> envelope, CallMetricsReported reported) {
    Usage usage = reported.usage();
    Models models = reported.models();
    return new UsageFact(
        envelope.id(),
        reported.callId(),
        null,
        envelope.source(),
        envelope.occurredAt(),
        new Reported(
            usage == null
                ? null
                : new TokenUsage(
                    usage.llmPromptTokens(), usage.llmCompletionTokens(), usage.llmModel()),
            models == null ? null : new Model(models.llm())));
  }
}
