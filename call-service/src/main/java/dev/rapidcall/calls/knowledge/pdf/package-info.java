/** Reads PDFs with PDFBox, whose types stay in here. */
@NullMarked
package dev.rapidcall.calls.knowledge.pdf;

import org.jspecify.annotations.NullMarked;
