package dev.rapidcall.calls.contacts;

import org.jspecify.annotations.Nullable;

/**
 * Which contacts are looked for; what is null does not matter.
 *
 * @param text part of name, number or email
 */
record ContactSearch(
    @Nullable String text, @Nullable String tag, @Nullable String source, int limit, int offset) {
  private static final int USUAL = 100;
  private static final int MOST = 10_000;

  static ContactSearch of(
      @Nullable String text,
      @Nullable String tag,
      @Nullable String source,
      @Nullable Integer limit,
      @Nullable Integer offset) {
    return new ContactSearch(
        given(text),
        given(tag),
        given(source),
        limit == null ? USUAL : Math.clamp(limit, 1, MOST),
        offset == null ? 0 : Math.max(0, offset));
  }

  private static @Nullable String given(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.replace("\0", "");
  }
}
