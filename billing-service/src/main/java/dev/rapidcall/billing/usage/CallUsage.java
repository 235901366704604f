package dev.rapidcall.billing.usage;

import dev.rapidcall.billing.usage.UsageFact.Ended;
import dev.rapidcall.billing.usage.UsageFact.Model;
import dev.rapidcall.billing.usage.UsageFact.Reported;
import dev.rapidcall.billing.usage.UsageFact.TokenUsage;
import dev.rapidcall.events.CallChannel;
import dev.rapidcall.events.WorkspaceId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the facts of an ended call come to: the same for every order of them and any duplicates.
 *
 * @param seconds whole seconds of talk, rounded half up; zero if never answered
 * @param tokens what is known of prompt and completion together; null if nothing is
 * @param tokensComplete whether both were reported
 * @param model null if it was not reported
 */
public record CallUsage(
    WorkspaceId workspaceId,
    CallChannel channel,
    boolean answered,
    Instant endedAt,
    long seconds,
    @Nullable BigDecimal tokens,
    boolean tokensComplete,
    @Nullable String model) {
  private static final Comparator<UsageFact> LATER =
      Comparator.comparing(UsageFact::occurredAt).thenComparing(fact -> fact.eventId().value());

  /** Empty while the call's end is not known. */
  public static Optional<CallUsage> of(Collection<UsageFact> facts) {
    return facts.stream()
        .filter(fact -> fact.content() instanceof Ended)
        .max(Comparator.comparingInt(CallUsage::revision).thenComparing(LATER))
        .map(end -> of(end, facts));
  }

  private static CallUsage of(UsageFact last, Collection<UsageFact> facts) {
    Ended end = (Ended) last.content();
    TokenUsage usage = latest(facts, Reported::usage);
    boolean answered = end.answeredAt() != null;
    return new CallUsage(
        Objects.requireNonNull(last.workspaceId(), "an end names its workspace"),
        end.channel(),
        answered,
        end.endedAt(),
        answered ? wholeSeconds(end.talkTime()) : 0,
        usage == null ? null : tokens(usage),
        usage != null && usage.promptTokens() != null && usage.completionTokens() != null,
        model(latest(facts, Reported::model), usage));
  }

  private static int revision(UsageFact fact) {
    return ((Ended) fact.content()).revision();
  }

  private static <T> @Nullable T latest(
      Collection<UsageFact> facts, Function<Reported, @Nullable T> group) {
    return facts.stream()
        .filter(fact -> fact.content() instanceof Reported report && group.apply(report) != null)
        .max(LATER)
        .map(fact -> group.apply((Reported) fact.content()))
        .orElse(null);
  }

  private static long wholeSeconds(Duration talkTime) {
    return Math.max(0, talkTime.plusMillis(500).toSeconds());
  }

  private static @Nullable BigDecimal tokens(TokenUsage usage) {
    return Stream.of(
            Optional.ofNullable(usage.promptTokens()),
            Optional.ofNullable(usage.completionTokens()))
        .flatMap(Optional::stream)
        .map(BigDecimal::valueOf)
        .reduce(BigDecimal::add)
        .orElse(null);
  }

  private static @Nullable String model(@Nullable Model named, @Nullable TokenUsage usage) {
    if (named != null && named.llm() != null) {
      return named.llm();
    }
    return usage == null ? null : usage.llmModel();
  }
}
