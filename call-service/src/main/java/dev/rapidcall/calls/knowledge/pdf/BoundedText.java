package dev.rapidcall.calls.knowledge.pdf;

import java.io.IOException;
import java.io.Writer;

/** Takes text up to a length and then stops who writes. */
final class BoundedText extends Writer {
  private final StringBuilder text = new StringBuilder();
  private final int longest;

  BoundedText(int longest) {
    this.longest = longest;
  }

  /** There is as much as is wanted. */
  static final class FullException extends IOException {
    private static final long serialVersionUID = 1L;
  }

  @Override
  public void write(char[] letters, int offset, int length) throws IOException {
    int room = longest - text.length();
    text.append(letters, offset, Math.min(room, length));
    if (length > room) {
      throw new FullException();
    }
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}

  @Override
  public String toString() {
    return text.toString();
  }
}
