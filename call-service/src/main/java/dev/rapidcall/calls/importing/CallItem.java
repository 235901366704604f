package dev.rapidcall.calls.importing;

import dev.rapidcall.events.CallChannel;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A call of a file. It is over: one that the file takes for running ended when it was last heard
 * of.
 *
 * @param talkMillis as the file says; null if it does not
 * @param original the item without its transcript
 */
record CallItem(
    String id,
    @Nullable String agentId,
    String agentName,
    String counterpart,
    String roomName,
    CallChannel channel,
    Instant startedAt,
    Instant endedAt,
    @Nullable Long talkMillis,
    String outcome,
    @Nullable Double costUsd,
    ArrayNode transcript,
    @Nullable ImportedRecording recording,
    @Nullable ObjectNode metrics,
    @Nullable String analysisStatus,
    ArrayNode extractionResults,
    Instant createdAt,
    Instant updatedAt,
    ObjectNode original)
    implements Entry {
  private static final String RUNNING = "in_progress";
  private static final String NEVER_ENDED = "stale_timeout";
  private static final Duration LONGEST = Duration.ofHours(6);
  private static final long MOST_SECONDS = 1_000_000_000_000L;

  static CallItem of(JsonNode node) {
    Item item = Item.of(node);
    Instant startedAt = startedAt(item);
    String id = Entry.id(item, 100);
    Instant createdAt = Objects.requireNonNullElse(item.time("createdAt"), startedAt);
    Instant updatedAt = Objects.requireNonNullElse(item.time("updatedAt"), createdAt);
    Instant endedAt = item.time("endedAt");
    String outcome = item.text("outcome", RUNNING);
    ObjectNode metrics = item.object("metrics");
    ArrayNode transcript = item.objects("transcript");
    ObjectNode original = item.fields().deepCopy();
    original.remove("transcript");
    BigDecimal cost = item.number("costUsd");
    return new CallItem(
        id,
        item.textOrNull("agentId"),
        item.text("agentName", "Agent"),
        item.text("to", "webtest"),
        item.text("roomName", ""),
        channel(item, metrics),
        startedAt,
        endedAt == null ? lastHeardOf(startedAt, updatedAt) : endedAt,
        endedAt == null ? null : millis(item.number("durationSec")),
        outcome.isBlank() || outcome.equals(RUNNING) ? NEVER_ENDED : outcome,
        cost == null ? null : cost.doubleValue(),
        transcript,
        ImportedRecording.of(id, item.object("recording")),
        metrics,
        item.textOrNull("analysisStatus"),
        item.objects("postCallExtractionResults"),
        createdAt,
        updatedAt,
        original);
  }

  private static Instant startedAt(Item item) {
    Instant startedAt = item.time("startedAt");
    Instant createdAt = startedAt == null ? item.time("createdAt") : startedAt;
    if (createdAt == null) {
      throw new RefusedException("startedAt is missing");
    }
    return createdAt;
  }

  private static Instant lastHeardOf(Instant startedAt, Instant updatedAt) {
    Instant latest = startedAt.plus(LONGEST);
    Instant heard = updatedAt.isAfter(latest) ? latest : updatedAt;
    return heard.isBefore(startedAt) ? startedAt : heard;
  }

  private static @Nullable Long millis(@Nullable BigDecimal seconds) {
    boolean makesSense =
        seconds != null
            && seconds.signum() >= 0
            && seconds.compareTo(BigDecimal.valueOf(MOST_SECONDS)) < 0;
    return makesSense ? Objects.requireNonNull(seconds).movePointRight(3).longValue() : null;
  }

  private static CallChannel channel(Item item, @Nullable ObjectNode metrics) {
    String source = metrics == null ? "" : metrics.at("/normalized/source").asString("");
    return switch (source) {
      case "web" -> CallChannel.WEB;
      case "telephony" -> CallChannel.PHONE_INBOUND;
      case "outbound" -> CallChannel.PHONE_OUTBOUND;
      default -> unsaid(item);
    };
  }

  private static CallChannel unsaid(Item item) {
    if (item.text("id", "").startsWith("out_")) {
      return CallChannel.PHONE_OUTBOUND;
    }
    return item.text("to", "webtest").equals("webtest")
        ? CallChannel.WEB
        : CallChannel.PHONE_INBOUND;
  }
}
