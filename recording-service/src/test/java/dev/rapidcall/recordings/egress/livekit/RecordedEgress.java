package dev.rapidcall.recordings.egress.livekit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.protobuf.util.JsonFormat;
import dev.rapidcall.events.CallLifecycleEvent.EgressReported;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import livekit.LivekitWebhook.WebhookEvent;
import tools.jackson.databind.json.JsonMapper;

/** What a real LiveKit server said of the egress of a recorded call, in order of arrival. */
public final class RecordedEgress {
  private static final JsonMapper JSON = new JsonMapper();

  private RecordedEgress() {}

  public static List<EgressReported> of(String call) {
    return lines(call).stream()
        .map(line -> JSON.readTree(line).get("body").asString())
        .map(RecordedEgress::webhook)
        .filter(WebhookEvent::hasEgressInfo)
        .map(webhook -> EgressTranslation.report(webhook.getEgressInfo()))
        .toList();
  }

  private static WebhookEvent webhook(String body) {
    try {
      WebhookEvent.Builder webhook = WebhookEvent.newBuilder();
      JsonFormat.parser().ignoringUnknownFields().merge(body, webhook);
      return webhook.build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> lines(String call) {
    try (InputStream file =
        Objects.requireNonNull(
            RecordedEgress.class.getResourceAsStream("/livekit/" + call + ".jsonl"))) {
      return new String(file.readAllBytes(), UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
