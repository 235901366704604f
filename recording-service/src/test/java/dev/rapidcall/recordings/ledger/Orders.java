package dev.rapidcall.recordings.ledger;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/** The orders in which facts may come. */
final class Orders {
  private static final int SHUFFLES = 200;

  private Orders() {}

  static <T> void every(List<T> items, Consumer<List<T>> test) {
    permute(new ArrayList<>(items), 0, test);
  }

  /** Each one three times, in many random orders that are the same in every run. */
  static <T> void repeated(List<T> items, Consumer<List<T>> test) {
    List<T> thrice = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      thrice.addAll(items);
    }
    Random random = new Random(3);
    for (int i = 0; i < SHUFFLES; i++) {
      Collections.shuffle(thrice, random);
      test.accept(List.copyOf(thrice));
    }
  }

  private static <T> void permute(List<T> items, int from, Consumer<List<T>> test) {
    if (from == items.size()) {
      test.accept(items);
      return;
    }
    for (int i = from; i < items.size(); i++) {
      Collections.swap(items, from, i);
      permute(items, from + 1, test);
      Collections.swap(items, from, i);
    }
  }
}
