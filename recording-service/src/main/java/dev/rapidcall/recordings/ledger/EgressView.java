package dev.rapidcall.recordings.ledger;

import dev.rapidcall.events.CallLifecycleEvent.EgressFile;
import dev.rapidcall.events.CallLifecycleEvent.EgressReported;
import dev.rapidcall.events.CallLifecycleEvent.EgressStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one egress. Merging is commutative, associative and idempotent, so reports may
 * come in any order and any number.
 *
 * @param updatedAt when LiveKit said the status
 * @param mediaStartedAt null while nothing was recorded
 * @param key the name of its file, null if unsaid
 * @param length of the media, null if unsaid
 * @param error empty if none
 */
public record EgressView(
    EgressStatus status,
    Instant updatedAt,
    @Nullable Instant mediaStartedAt,
    @Nullable String key,
    @Nullable Duration length,
    String error) {

  private static final int LONGEST_ERROR = 300;

  /** Terminal wins and the first terminal stays; before that, whatever is further on. */
  private static final Comparator<EgressView> WEIGHT =
      Comparator.comparing((EgressView view) -> progress(view.status))
          .thenComparing(
              (one, other) ->
                  one.isTerminal()
                      ? other.updatedAt.compareTo(one.updatedAt)
                      : one.updatedAt.compareTo(other.updatedAt))
          .thenComparing(EgressView::status)
          .thenComparing(EgressView::error);

  /** Cuts to what the database keeps, so that a view read back equals the one that was stored. */
  public EgressView {
    updatedAt = updatedAt.truncatedTo(ChronoUnit.MICROS);
    mediaStartedAt = mediaStartedAt == null ? null : mediaStartedAt.truncatedTo(ChronoUnit.MICROS);
    length = length == null ? null : length.truncatedTo(ChronoUnit.MILLIS);
    error = error.length() > LONGEST_ERROR ? error.substring(0, LONGEST_ERROR) : error;
  }

  /** What a report says. */
  public static EgressView of(EgressReported report) {
    EgressFile file = report.file();
    return new EgressView(
        report.status(),
        report.updatedAt(),
        file == null ? null : file.startedAt(),
        file == null ? null : file.filename(),
        file == null ? null : file.duration(),
        report.error());
  }

  /** Both views in one. */
  EgressView merge(EgressView other) {
    EgressView weightier = WEIGHT.compare(this, other) >= 0 ? this : other;
    return new EgressView(
        weightier.status,
        weightier.updatedAt,
        smaller(mediaStartedAt, other.mediaStartedAt),
        smaller(key, other.key),
        larger(length, other.length),
        weightier.error);
  }

  boolean isTerminal() {
    return status.isTerminal();
  }

  boolean isEnding() {
    return status == EgressStatus.ENDING;
  }

  /** Whether it claims to have written a file. */
  boolean isUsable() {
    return status == EgressStatus.COMPLETE || status == EgressStatus.LIMIT_REACHED;
  }

  /** Whether it recorded something, as far as is known. */
  boolean hasRecorded() {
    return isUsable()
        || mediaStartedAt != null
        || status == EgressStatus.ACTIVE
        || status == EgressStatus.ENDING;
  }

  boolean hasFailedEarly() {
    return isTerminal() && !hasRecorded();
  }

  private static int progress(EgressStatus status) {
    return switch (status) {
      case OTHER -> 0;
      case STARTING -> 1;
      case ACTIVE -> 2;
      case ENDING -> 3;
      case COMPLETE, FAILED, ABORTED, LIMIT_REACHED -> 4;
    };
  }

  private static <T extends Comparable<T>> @Nullable T smaller(@Nullable T one, @Nullable T other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.compareTo(other) <= 0 ? one : other;
  }

  private static <T extends Comparable<T>> @Nullable T larger(@Nullable T one, @Nullable T other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.compareTo(other) >= 0 ? one : other;
  }
}
