package dev.rapidcall.calls.knowledge.pdf;

import dev.rapidcall.calls.knowledge.PdfTexts;
import dev.rapidcall.calls.knowledge.UnreadablePdfException;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.springframework.stereotype.Component;

/** The text of PDFs by PDFBox, which keeps what it writes on the disk. */
@Component
class PdfBoxTexts implements PdfTexts {
  private static final long SCRATCH_FILE = 512L * 1024 * 1024;

  @Override
  public String read(Path file, int maxCharacters) {
    try {
      if (UnpackedSize.isTooLarge(file)) {
        throw new UnreadablePdfException("It unpacks to more than is taken.");
      }
      return text(file, maxCharacters);
    } catch (InvalidPasswordException e) {
      throw new UnreadablePdfException("It is encrypted.");
    } catch (IOException e) {
      throw new UnreadablePdfException("It is damaged, or no PDF.");
    }
  }

  private static String text(Path file, int maxCharacters) throws IOException {
    try (RandomAccessReadBufferedFile source = new RandomAccessReadBufferedFile(file);
        PDDocument document =
            Loader.loadPDF(
                source, MemoryUsageSetting.setupTempFileOnly(SCRATCH_FILE).streamCache)) {
      BoundedText text = new BoundedText(maxCharacters);
      try {
        new InterruptibleStripper().writeText(document, text);
      } catch (BoundedText.FullException e) {
        return text.toString();
      }
      return text.toString();
    }
  }
}
