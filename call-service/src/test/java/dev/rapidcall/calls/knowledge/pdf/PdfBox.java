package dev.rapidcall.calls.knowledge.pdf;

import dev.rapidcall.calls.knowledge.PdfTexts;

/** The adapter, for tests outside of its package. */
public final class PdfBox {
  private PdfBox() {}

  public static PdfTexts texts() {
    return new PdfBoxTexts();
  }
}
