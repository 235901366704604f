package dev.rapidcall.calls.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapidcall.calls.knowledge.pdf.PdfBox;
import dev.rapidcall.service.errors.ApiException.Unavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadPdfTest {
  private static final KnowledgeSettings HASTY = new KnowledgeSettings(Duration.ofMillis(300), 1);
  private static final KnowledgeSettings PATIENT = new KnowledgeSettings(Duration.ofMinutes(1), 1);
  private static final Path ANY = Path.of("any.pdf");

  @Test
  void anEndlessFileIsGivenUpAndItsThreadGoesOnWithTheNext(@TempDir Path directory)
      throws IOException, InterruptedException {
    Path endless = Files.write(directory.resolve("endless.pdf"), Pdfs.endless());
    CountDownLatch left = new CountDownLatch(1);
    PdfTexts box = PdfBox.texts();
    PdfTexts watched =
        (file, most) -> {
          try {
            return box.read(file, most);
          } finally {
            left.countDown();
          }
        };
    try (ReadPdf readPdf = new ReadPdf(watched, HASTY)) {
      assertThatThrownBy(() -> readPdf.read(endless))
          .isInstanceOf(UnreadablePdfException.class)
          .hasMessageContaining("too long");
      left.await(); // without an end to this, the thread would be lost
    }
  }

  @Test
  void whoeverWaitsInVainForAPlaceIsToldToTryAgain() {
    CountDownLatch release = new CountDownLatch(1);
    PdfTexts stuck = (file, most) -> waitFor(release);
    try (ReadPdf readPdf = new ReadPdf(stuck, HASTY)) {
      assertThatThrownBy(() -> readPdf.read(ANY)).isInstanceOf(UnreadablePdfException.class);

      assertThatThrownBy(() -> readPdf.read(ANY)).isInstanceOf(Unavailable.class);
    } finally {
      release.countDown();
    }
  }

  @Test
  void aFailureOfAnyKindIsTheFilesAndNotOurs() {
    try (ReadPdf readPdf =
        new ReadPdf(
            (file, most) -> {
              throw new StackOverflowError();
            },
            PATIENT)) {
      assertThatThrownBy(() -> readPdf.read(ANY))
          .isInstanceOf(UnreadablePdfException.class)
          .hasMessageContaining("damaged");
    }
  }

  @Test
  void readsOnAnotherThread() {
    try (ReadPdf readPdf = new ReadPdf((file, most) -> Thread.currentThread().getName(), PATIENT)) {
      assertThat(readPdf.read(ANY)).startsWith("pdf-");
    }
  }

  /** As a parser that knows no interruption. */
  private static String waitFor(CountDownLatch release) {
    boolean waiting = true;
    while (waiting) {
      try {
        release.await();
        waiting = false;
      } catch (InterruptedException e) {
        waiting = true;
      }
    }
    return "";
  }
}
