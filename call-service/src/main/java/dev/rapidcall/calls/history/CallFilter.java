package dev.rapidcall.calls.history;

import dev.rapidcall.calls.input.EpochMillis;
import dev.rapidcall.calls.input.InputQuery;
import dev.rapidcall.events.CallChannel;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which calls are asked for; null asks for all.
 *
 * @param text a part of the other party or of the call's id
 * @param from when the call started, at the earliest
 * @param to and at the latest
 * @param after where the page before ended
 * @param limit the most calls of one page; null is no paging
 */
record CallFilter(
    @Nullable String agentId,
    @Nullable String outcome,
    @Nullable CallChannel channel,
    @Nullable String label,
    @Nullable Boolean hasRecording,
    @Nullable String text,
    @Nullable Instant from,
    @Nullable Instant to,
    @Nullable CallCursor after,
    @Nullable Integer limit) {
  private static final String TIME = "must be a time in whole milliseconds since 1970";
  private static final int TEXT = 200;
  private static final int PAGE = 50;
  private static final int LARGEST_PAGE = 200;

  static CallFilter read(CallListParameters sent) {
    InputQuery query = new InputQuery();
    CallCursor after =
        query.read(
            "cursor", sent.cursor(), "must be a nextCursor of this list", CallCursor::decode);
    Integer limit =
        query.read("limit", sent.limit(), "must be 1 to " + LARGEST_PAGE, CallFilter::page);
    CallFilter filter =
        new CallFilter(
            query.text("agentId", sent.agentId(), TEXT),
            query.text("outcome", sent.outcome(), TEXT),
            query.read(
                "channel",
                sent.channel(),
                "must be one of web, inbound, outbound",
                CallFilter::channel),
            query.text("label", sent.label(), TEXT),
            query.read(
                "hasRecording",
                sent.hasRecording(),
                "must be one of true, false",
                CallFilter::truth),
            query.text("q", sent.q(), TEXT),
            query.read("from", sent.from(), TIME, EpochMillis::read),
            query.read("to", sent.to(), TIME, EpochMillis::read),
            after,
            limit == null && after != null ? Integer.valueOf(PAGE) : limit);
    query.refuse();
    return filter;
  }

  private static Optional<Integer> page(String text) {
    return Optional.of(text)
        .filter(it -> it.matches("\\d{1,3}"))
        .map(Integer::valueOf)
        .filter(it -> it >= 1 && it <= LARGEST_PAGE);
  }

  private static Optional<CallChannel> channel(String word) {
    return switch (word) {
      case "web" -> Optional.of(CallChannel.WEB);
      case "inbound" -> Optional.of(CallChannel.PHONE_INBOUND);
      case "outbound" -> Optional.of(CallChannel.PHONE_OUTBOUND);
      default -> Optional.empty();
    };
  }

  private static Optional<Boolean> truth(String word) {
    return switch (word) {
      case "true" -> Optional.of(true);
      case "false" -> Optional.of(false);
      default -> Optional.empty();
    };
  }
}
