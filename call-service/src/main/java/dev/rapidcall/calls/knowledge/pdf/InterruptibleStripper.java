package dev.rapidcall.calls.knowledge.pdf;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * Stops between two operators when its thread is interrupted: a small file can hold endless ones.
 */
final class InterruptibleStripper extends PDFTextStripper {

  @Override
  protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
    if (Thread.currentThread().isInterrupted()) {
      throw new InterruptedIOException();
    }
    super.processOperator(operator, operands);
  }
}
