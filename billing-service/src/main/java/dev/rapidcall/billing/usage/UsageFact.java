package dev.rapidcall.billing.usage;

import dev.rapidcall.events.CallChannel;
import dev.rapidcall.events.CallId;
import dev.rapidcall.events.EventId;
import dev.rapidcall.events.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was said about the use of a call, with what billing needs of it and no more: no
 * phone number, no transcript, since facts are never deleted.
 *
 * @param workspaceId null where the one who says it does not know it
 * @param source who says it
 * @param occurredAt event time, which decides; when it arrived decides nothing
 */
public record UsageFact(
    EventId eventId,
    CallId callId,
    @Nullable WorkspaceId workspaceId,
    String source,
    Instant occurredAt,
    Content content) {

  /** What was said. */
  public sealed interface Content {}

  /** The call was opened. */
  public record Opened(CallChannel channel, Instant startedAt) implements Content {}

  /**
   * The call is over.
   *
   * @param answeredAt null if it was never answered
   * @param revision 0 for the end as first told, higher for each correction
   */
  public record Ended(
      CallChannel channel,
      @Nullable Instant answeredAt,
      Instant endedAt,
      Duration talkTime,
      int revision)
      implements Content {}

  /** The voice agent's report; a group that is null was not sent. */
  public record Reported(@Nullable TokenUsage usage, @Nullable Model model) implements Content {}

  /** Tokens and, where said with them, the model; null is unknown and not zero. */
  public record TokenUsage(
      @Nullable Long promptTokens, @Nullable Long completionTokens, @Nullable String llmModel) {}

  /** The group that names the models; its language model may be unknown. */
  public record Model(@Nullable String llm) {}
}
