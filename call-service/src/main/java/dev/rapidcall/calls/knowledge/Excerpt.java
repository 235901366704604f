package dev.rapidcall.calls.knowledge;

import dev.rapidcall.calls.knowledge.Words.Word;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The part of a text that shows best why it was found. */
final class Excerpt {
  private static final Pattern SPACES = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);

  private final String text;
  private final List<AskedWord> asked;
  private final int reach;

  /** {@code reach} is how many characters are shown before and after the hit. */
  Excerpt(String text, List<AskedWord> asked, int reach) {
    this.text = text;
    this.asked = asked;
    this.reach = reach;
  }

  String show() {
    Word hit = bestHit();
    int from = inside(hit.begin() - reach);
    int to = inside(hit.end() + reach);
    return SPACES.matcher(text.substring(from, to)).replaceAll(" ").strip();
  }

  /** Where the most of the asked words stand together; without any, the beginning. */
  private Word bestHit() {
    List<Word> hits =
        Words.of(text).stream()
            .filter(word -> asked.stream().anyMatch(it -> it.isIn(word)))
            .toList();
    Word best = new Word("", 0, 0);
    int most = 0;
    for (int first = 0; first < hits.size(); first++) {
      int together = together(hits.subList(first, hits.size()));
      if (together > most) {
        most = together;
        best = hits.get(first);
      }
    }
    return best;
  }

  private int together(List<Word> hits) {
    Set<AskedWord> found = new HashSet<>();
    int end = hits.getFirst().begin() + reach;
    for (Word hit : hits) {
      if (hit.begin() > end) {
        break;
      }
      asked.stream().filter(it -> it.isIn(hit)).forEach(found::add);
    }
    return found.size();
  }

  private int inside(int position) {
    int inside = Math.clamp(position, 0, text.length());
    boolean splitsPair =
        inside > 0 && inside < text.length() && Character.isLowSurrogate(text.charAt(inside));
    return splitsPair ? inside - 1 : inside;
  }
}
