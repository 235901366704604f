package dev.rapidcall.gateway.voiceagent;

/** Text that every store can keep: no NUL, no half of a character, not too long. */
final class CleanText {
  private static final char REPLACEMENT = '\uFFFD';

  private CleanText() {}

  static String of(String text, int longest) {
    String clean = needsCleaning(text) ? cleaned(text) : text;
    if (clean.length() <= longest) {
      return clean;
    }
    boolean splitsPair = Character.isHighSurrogate(clean.charAt(longest - 1));
    return clean.substring(0, splitsPair ? longest - 1 : longest);
  }

  private static boolean needsCleaning(String text) {
    return text.chars().anyMatch(c -> c == 0 || Character.isSurrogate((char) c));
  }

  private static String cleaned(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints()
        .filter(point -> point != 0)
        .map(point -> isLoneSurrogate(point) ? REPLACEMENT : point)
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }

  private static boolean isLoneSurrogate(int point) {
    return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
  }
}
