package dev.rapidcall.gateway.webhooks.livekit;

import dev.rapidcall.events.CallLifecycleEvent;
import dev.rapidcall.gateway.webhooks.livekit.LiveKitTranslation.Receipt;
import dev.rapidcall.messaging.Envelope;
import dev.rapidcall.testing.recorded.RecordedWebhooks;
import dev.rapidcall.testing.recorded.RecordedWebhooks.RecordedWebhook;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.NullMarked;

/** What the gateway makes of recorded webhooks. */
@NullMarked
public final class RecordedFacts {
  private RecordedFacts() {}

  public static List<Envelope<CallLifecycleEvent>> of(String recording) {
    return RecordedWebhooks.of(recording).stream()
        .flatMap(webhook -> facts(webhook).stream())
        .toList();
  }

  private static List<Envelope<CallLifecycleEvent>> facts(RecordedWebhook webhook) {
    return LiveKitTranslation.facts(
        WebhookBody.parse(webhook.body().getBytes(StandardCharsets.UTF_8)).orElseThrow(),
        new Receipt("digest", webhook.receivedAt(), null));
  }
}
