package dev.rapidcall.gateway.webhooks.livekit;

import dev.rapidcall.events.CallLifecycleEvent;
import dev.rapidcall.gateway.publish.DurablePublisher;
import dev.rapidcall.messaging.Envelope;
import dev.rapidcall.service.errors.ApiException.BadRequest;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import livekit.LivekitWebhook.WebhookEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Takes a verified webhook: understood, published, counted. */
@Component
final class TakeWebhook {
  private static final Logger log = LoggerFactory.getLogger(TakeWebhook.class);
  private static final Set<String> NAMES =
      Set.of(
          "room_started",
          "room_finished",
          "participant_joined",
          "participant_left",
          "participant_connection_aborted",
          "track_published",
          "track_unpublished",
          "egress_started",
          "egress_updated",
          "egress_ended");

  private final DurablePublisher publisher;
  private final MeterRegistry meters;
  private final Clock clock;

  TakeWebhook(DurablePublisher publisher, MeterRegistry meters, Clock clock) {
    this.publisher = publisher;
    this.meters = meters;
    this.clock = clock;
  }

  void body(byte[] body, String requestId) {
    WebhookEvent webhook =
        WebhookBody.parse(body).orElseThrow(() -> new BadRequest("Malformed webhook"));
    LiveKitTranslation.Receipt receipt =
        new LiveKitTranslation.Receipt(
            HexFormat.of().formatHex(Sha256.of(body)), clock.instant(), requestId);
    List<Envelope<CallLifecycleEvent>> facts = LiveKitTranslation.facts(webhook, receipt);
    if (facts.isEmpty()) {
      log.debug("[livekit.webhook] {} says nothing about a call", webhook.getEvent());
    } else {
      publisher.publish(facts);
      log.info(
          "[livekit.webhook] {} of call {} taken",
          webhook.getEvent(),
          facts.getFirst().event().callId());
    }
    count(webhook.getEvent(), facts.isEmpty() ? "ignored" : "published");
  }

  private void count(String event, String result) {
    String name = NAMES.contains(event) ? event : "other";
    meters.counter("rapidcall.livekit.webhooks", "event", name, "result", result).increment();
  }
}
