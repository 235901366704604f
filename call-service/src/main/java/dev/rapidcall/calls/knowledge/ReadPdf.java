package dev.rapidcall.calls.knowledge;

import dev.rapidcall.service.errors.ApiException.Unavailable;
import java.nio.file.Path;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Reads PDFs beside the requests: few at once, each for a limited time. One that cannot be stopped
 * occupies one of these few places and nothing else.
 */
@Component
class ReadPdf implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(ReadPdf.class);
  private static final int WAITING = 16;
  private static final int RETRY_AFTER_SECONDS = 10;

  private final PdfTexts texts;
  private final KnowledgeSettings settings;
  private final ThreadPoolExecutor threads;

  ReadPdf(PdfTexts texts, KnowledgeSettings settings) {
    this.texts = texts;
    this.settings = settings;
    this.threads =
        new ThreadPoolExecutor(
            settings.pdfsAtOnce(),
            settings.pdfsAtOnce(),
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(WAITING),
            Thread.ofPlatform().daemon().name("pdf-", 0).factory());
    threads.allowCoreThreadTimeOut(true);
  }

  /**
   * The text of a file.
   *
   * @throws UnreadablePdfException if there is none, or it took too long
   */
  String read(Path file) {
    AtomicBoolean begun = new AtomicBoolean();
    Future<String> text = begin(file, begun);
    try {
      return text.get(settings.pdfDeadline().toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UnreadablePdfException unreadable) {
        throw unreadable;
      }
      log.info("[kb.pdf] not readable: {}", String.valueOf(e.getCause()));
      throw new UnreadablePdfException("It is damaged, or no PDF.");
    } catch (TimeoutException e) {
      if (begun.get()) {
        throw new UnreadablePdfException("It takes too long to read.");
      }
      throw busy();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw busy();
    } finally {
      text.cancel(true);
    }
  }

  private Future<String> begin(Path file, AtomicBoolean begun) {
    try {
      return threads.submit(
          () -> {
            begun.set(true);
            return texts.read(file, KnowledgeRules.TEXT);
          });
    } catch (RejectedExecutionException e) {
      throw busy();
    }
  }

  private static Unavailable busy() {
    return new Unavailable("Too many PDFs at once, try again", RETRY_AFTER_SECONDS);
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
