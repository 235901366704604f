package dev.rapidcall.service.secrets;

import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.Predicate;

/**
 * The live values of one secret. The newest signs, all are accepted.
 *
 * @param <S> a secret, or a key with its secret
 */
public final class LiveSecrets<S> {
  private static final int NONE = -1;

  private final List<S> newestFirst;
  private final IntConsumer used;

  LiveSecrets(List<S> newestFirst, IntConsumer used) {
    this.newestFirst = List.copyOf(newestFirst);
    this.used = used;
  }

  /** Whether there is any value. */
  public boolean isSet() {
    return !newestFirst.isEmpty();
  }

  /**
   * The value to sign with.
   *
   * @throws java.util.NoSuchElementException if there is none
   */
  public S newest() {
    return newestFirst.getFirst();
  }

  /** Whether one of the values opens; every value is tried, so time does not tell which one. */
  public boolean accept(Predicate<S> opens) {
    int position = NONE;
    for (int i = newestFirst.size() - 1; i >= 0; i--) {
      boolean opened = opens.test(newestFirst.get(i));
      position = opened ? i : position;
    }
    if (position != NONE) {
      used.accept(position);
    }
    return position != NONE;
  }
}
