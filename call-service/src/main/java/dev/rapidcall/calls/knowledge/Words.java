package dev.rapidcall.calls.knowledge;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Cuts a text into words and folds them so that case and accents make no difference. It is done
 * here and not by Postgres, whose idea of a word depends on the locale of the database, and takes
 * an address with dots for one.
 */
final class Words {
  private static final Pattern ACCENTS = Pattern.compile("\\p{InCombiningDiacriticalMarks}+");
  private static final int LONGEST = 100;

  private Words() {}

  /**
   * A word and where it stands.
   *
   * @param folded letters and digits only
   */
  record Word(String folded, int begin, int end) {}

  static List<Word> of(String text) {
    List<Word> words = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int end = endOfWord(text, at);
      if (end == at) {
        at += Character.charCount(text.codePointAt(at));
      } else {
        add(words, text, at, end);
        at = end;
      }
    }
    return words;
  }

  /** Languages that are written with ideographs put no spaces: there each is a word. */
  private static int endOfWord(String text, int begin) {
    int at = begin;
    while (at < text.length()) {
      int point = text.codePointAt(at);
      boolean ideograph = Character.isIdeographic(point);
      if (ideograph ? at > begin : !isPartOfWord(point)) {
        break;
      }
      at += Character.charCount(point);
      if (ideograph) {
        break;
      }
    }
    return at;
  }

  private static boolean isPartOfWord(int point) {
    int type = Character.getType(point);
    return Character.isLetterOrDigit(point)
        || type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK;
  }

  private static void add(List<Word> words, String text, int begin, int end) {
    String folded = folded(text.substring(begin, Math.min(end, begin + LONGEST)));
    if (!folded.isEmpty()) {
      words.add(new Word(folded, begin, end));
    }
  }

  private static String folded(String word) {
    String apart = Normalizer.normalize(word, Normalizer.Form.NFKD);
    String plain =
        ACCENTS.matcher(apart).replaceAll("").toLowerCase(Locale.ROOT).replace("ß", "ss");
    StringBuilder letters = new StringBuilder();
    plain.codePoints().filter(Words::isPartOfWord).limit(LONGEST).forEach(letters::appendCodePoint);
    return letters.toString();
  }
}
