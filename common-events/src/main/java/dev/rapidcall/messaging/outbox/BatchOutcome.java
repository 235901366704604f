package dev.rapidcall.messaging.outbox;

import org.jspecify.annotations.Nullable;

/**
 * What became of one batch.
 *
 * @param failure why some rows were not taken, null if all were
 */
record BatchOutcome(Kind kind, int sent, @Nullable Throwable failure) {

  enum Kind {
    RELAYED,
    NOTHING_LEFT,
    LOCKED_BY_ANOTHER
  }

  static BatchOutcome relayed(int sent, @Nullable Throwable failure) {
    return new BatchOutcome(Kind.RELAYED, sent, failure);
  }

  static BatchOutcome nothingLeft() {
    return new BatchOutcome(Kind.NOTHING_LEFT, 0, null);
  }

  static BatchOutcome lockedByAnother() {
    return new BatchOutcome(Kind.LOCKED_BY_ANOTHER, 0, null);
  }
}
