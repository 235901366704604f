package dev.rapidcall.calls.knowledge;

import java.nio.file.Path;

/** Reads the text of PDF files. */
public interface PdfTexts {

  /**
   * The text of a file, cut to the given length. Gives up soon after its thread is interrupted.
   *
   * @throws UnreadablePdfException if there is no text to be had
   */
  String read(Path file, int maxCharacters);
}
