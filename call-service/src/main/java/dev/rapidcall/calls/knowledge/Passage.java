package dev.rapidcall.calls.knowledge;

import dev.rapidcall.calls.knowledge.Words.Word;
import java.util.ArrayList;
import java.util.List;

/**
 * A piece of a document that is searched as one: Postgres refuses the words of a whole long one.
 *
 * @param beginsAt in characters (code points), as Postgres counts them
 * @param words as a {@code tsvector}
 */
record Passage(int number, int beginsAt, int length, String words) {
  static final int LENGTH = 4000;
  private static final int MOST_POSITIONS = 16_000;

  /** The passages of a document, in order; the words of the title weigh more, in the first. */
  static List<Passage> of(String title, String text) {
    List<Passage> passages = new ArrayList<>();
    int begin = 0;
    int beginsAt = 0;
    while (begin < text.length()) {
      int end = end(text, begin);
      String piece = text.substring(begin, end);
      int length = piece.codePointCount(0, piece.length());
      String words = vector(passages.isEmpty() ? title : "", piece);
      passages.add(new Passage(passages.size(), beginsAt, length, words));
      begin = end;
      beginsAt += length;
    }
    return passages;
  }

  /** Between two words if there is a place. */
  private static int end(String text, int begin) {
    int latest = begin + LENGTH;
    if (latest >= text.length()) {
      return text.length();
    }
    for (int end = latest; end > begin + LENGTH / 2; end--) {
      if (Character.isWhitespace(text.charAt(end))) {
        return end;
      }
    }
    return Character.isLowSurrogate(text.charAt(latest)) ? latest - 1 : latest;
  }

  private static String vector(String title, String text) {
    StringBuilder vector = new StringBuilder();
    int position = append(vector, Words.of(title), 1, "A");
    append(vector, Words.of(text), position, "");
    return vector.toString();
  }

  private static int append(StringBuilder vector, List<Word> words, int first, String weight) {
    int position = first;
    for (Word word : words) {
      vector.append('\'').append(word.folded()).append("':").append(position).append(weight);
      vector.append(' ');
      position = Math.min(position + 1, MOST_POSITIONS);
    }
    return position;
  }
}
