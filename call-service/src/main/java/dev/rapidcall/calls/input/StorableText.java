package dev.rapidcall.calls.input;

/** Takes out of a text what Postgres cannot keep: NUL characters and halves of surrogate pairs. */
public final class StorableText {
  private StorableText() {}

  /** The text as it can be kept. */
  public static String of(String text) {
    String clean = text.indexOf('\0') < 0 ? text : text.replace("\0", "");
    return clean.chars().noneMatch(c -> Character.isSurrogate((char) c))
        ? clean
        : wellFormed(clean);
  }

  private static String wellFormed(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            point ->
                kept.appendCodePoint(
                    point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE
                        ? '\uFFFD'
                        : point));
    return kept.toString();
  }
}
