package dev.rapidcall.testing.recorded;

import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The webhooks of recorded calls, in order of arrival. */
public final class RecordedWebhooks {
  /** The key that signed them. */
  public static final String KEY = "devkey";

  /** The secret of that key. */
  public static final String SECRET = "devsecretdevsecretdevsecretdevsecret";

  private static final String FOLDER = "livekit";

  private RecordedWebhooks() {}

  /** One webhook as it came; {@code body} is what was signed. */
  public record RecordedWebhook(
      Instant receivedAt, String authorization, String contentType, String body) {}

  /** Every recorded call. */
  public static List<String> names() {
    return Recordings.names(FOLDER);
  }

  /** The calls of browsers: no phone takes part. */
  public static List<String> webNames() {
    return names().stream().filter(name -> !name.startsWith("sip-")).toList();
  }

  /** The webhooks of one call. */
  public static List<RecordedWebhook> of(String name) {
    return Recordings.lines(FOLDER, name).stream().map(RecordedWebhooks::webhook).toList();
  }

  private static RecordedWebhook webhook(JsonNode line) {
    return new RecordedWebhook(
        Instant.ofEpochMilli(Math.round(line.get("receivedAt").doubleValue() * 1_000)),
        line.get("authorization").stringValue(),
        line.get("contentType").stringValue(),
        line.get("body").stringValue());
  }
}
