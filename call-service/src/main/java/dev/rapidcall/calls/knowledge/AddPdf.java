package dev.rapidcall.calls.knowledge;

import dev.rapidcall.calls.input.StorableText;
import dev.rapidcall.calls.knowledge.Documents.Source;
import dev.rapidcall.events.WorkspaceId;
import dev.rapidcall.service.errors.ApiException.BadRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Keeps the text of a PDF as a document. The file goes over the disk and is not kept. */
@Component
class AddPdf {
  private static final int NAME = 255;

  private final ReadPdf readPdf;
  private final Documents documents;

  AddPdf(ReadPdf readPdf, Documents documents) {
    this.readPdf = readPdf;
    this.documents = documents;
  }

  Document add(
      WorkspaceId workspace, String folder, @Nullable MultipartFile file, @Nullable String title) {
    if (file == null) {
      throw new BadRequest("Missing file");
    }
    String mime = Objects.requireNonNullElse(file.getContentType(), "");
    if (!mime.toLowerCase(Locale.ROOT).contains("pdf")) {
      throw new BadRequest("Only PDF files are supported");
    }
    String text = StorableText.of(textOf(file));
    if (text.isBlank()) {
      throw new BadRequest("No text found in the PDF");
    }
    String name = filename(file);
    return documents.add(
        workspace,
        folder,
        cut(
            title == null || title.isBlank() ? name : StorableText.of(title).strip(),
            KnowledgeRules.TITLE),
        text,
        new Source(name, cut(StorableText.of(mime), NAME), file.getSize()));
  }

  private String textOf(MultipartFile file) {
    try {
      Path copy = Files.createTempFile("rapidcall-", ".pdf");
      try {
        file.transferTo(copy);
        return readPdf.read(copy);
      } catch (UnreadablePdfException e) {
        throw new BadRequest(
            "The PDF could not be read", Map.of("details", String.valueOf(e.getMessage())));
      } finally {
        Files.deleteIfExists(copy);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Some browsers send a whole path. */
  private static String filename(MultipartFile file) {
    String sent = StorableText.of(Objects.requireNonNullElse(file.getOriginalFilename(), ""));
    return cut(sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1), NAME);
  }

  private static String cut(String text, int length) {
    return StorableText.of(text.substring(0, Math.min(text.length(), length)));
  }
}
