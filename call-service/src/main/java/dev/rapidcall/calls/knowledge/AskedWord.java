package dev.rapidcall.calls.knowledge;

import dev.rapidcall.calls.knowledge.Words.Word;
import java.util.List;

/** A word that is looked for: as it is, as the beginning of a longer one, or without its ending. */
record AskedWord(String folded) {
  static final int MOST = 32;
  private static final int SHORTEST_WITH_ENDING = 4;
  private static final int LONG = 7;
  private static final double FULL_LENGTH = 6;
  private static final int LONG_ENDING = 3;

  /** A way to find the word, as a {@code tsquery}, and how much a find counts. */
  record Way(String query, double weight) {}

  static List<AskedWord> of(String question) {
    return Words.of(question).stream()
        .map(Word::folded)
        .distinct()
        .limit(MOST)
        .map(AskedWord::new)
        .toList();
  }

  List<Way> ways() {
    Way exactly = new Way("'" + folded + "'", weight());
    return folded.length() < 2
        ? List.of(exactly)
        : List.of(exactly, beginning(folded, 0.8), beginning(stem(), 0.4));
  }

  /** Short words are mostly those that say little, in any language. */
  private double weight() {
    return Math.min(folded.length(), FULL_LENGTH) / FULL_LENGTH;
  }

  boolean isIn(Word word) {
    return word.folded().equals(folded) || folded.length() > 1 && word.folded().startsWith(stem());
  }

  /** Good enough for many languages: hours finds hour, booking finds book, Termine finds Termin. */
  private String stem() {
    if (folded.length() < SHORTEST_WITH_ENDING) {
      return folded;
    }
    int ending = folded.length() < LONG ? 1 : LONG_ENDING;
    int end = folded.length() - ending;
    return folded.substring(0, Character.isLowSurrogate(folded.charAt(end)) ? end - 1 : end);
  }

  private Way beginning(String letters, double share) {
    return new Way("'" + letters + "':*", share * weight());
  }
}
