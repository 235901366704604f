package dev.rapidcall.testing.recorded;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What the voice agent asked of the API in recorded conversations, in order. */
public final class RecordedConversations {
  private static final String FOLDER = "agent";
  private static final String TIMELINE = ".timeline";

  private RecordedConversations() {}

  /**
   * One request as it was made.
   *
   * @param at since the call was asked for
   * @param body JSON, empty if there was none
   * @param status what the original answered
   */
  public record RecordedRequest(
      Duration at,
      String method,
      String path,
      Map<String, String> headers,
      String body,
      int status) {}

  /** Every recorded conversation. */
  public static List<String> names() {
    return Recordings.names(FOLDER).stream().filter(name -> !name.endsWith(TIMELINE)).toList();
  }

  /** The agent's requests of one conversation. */
  public static List<RecordedRequest> of(String name) {
    return Recordings.lines(FOLDER, name).stream().map(RecordedConversations::request).toList();
  }

  /** What happened around them: webhooks, speech, and at its end the call's record. */
  public static List<JsonNode> timeline(String name) {
    return Recordings.lines(FOLDER, name + TIMELINE);
  }

  private static RecordedRequest request(JsonNode line) {
    Map<String, String> headers = new LinkedHashMap<>();
    line.path("headers")
        .properties()
        .forEach(header -> headers.put(header.getKey(), header.getValue().stringValue()));
    JsonNode body = line.path("body");
    return new RecordedRequest(
        Duration.ofMillis(Math.round(line.get("t").doubleValue() * 1_000)),
        line.get("method").stringValue(),
        line.get("path").stringValue(),
        headers,
        body.isMissingNode() || body.isNull() ? "" : body.toString(),
        line.get("status").intValue());
  }
}
