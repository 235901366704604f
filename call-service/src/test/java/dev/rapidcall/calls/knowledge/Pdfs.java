package dev.rapidcall.calls.knowledge;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.jspecify.annotations.Nullable;

/** PDF files made for tests. */
public final class Pdfs {
  private Pdfs() {}

  /** One page with lines of text; without any, a page that says nothing. */
  public static byte[] of(String... lines) {
    return save(document(List.of(lines)));
  }

  /** Opens only with a password. */
  public static byte[] encrypted(String line) {
    PDDocument document = document(List.of(line));
    StandardProtectionPolicy policy =
        new StandardProtectionPolicy("owner", "user", new AccessPermission());
    policy.setEncryptionKeyLength(128);
    try {
      document.protect(policy);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return save(document);
  }

  /** A small file whose page draws a form ten times, which draws one ten times, and so on. */
  public static byte[] endless() {
    PDDocument document = new PDDocument();
    PDPage page = new PDPage();
    document.addPage(page);
    try {
      PDFormXObject inner = null;
      for (int level = 0; level < 15; level++) {
        inner = drawing(document, inner);
      }
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        content.drawForm(inner);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return save(document);
  }

  private static PDFormXObject drawing(PDDocument document, @Nullable PDFormXObject inner)
      throws IOException {
    PDFormXObject form = new PDFormXObject(document);
    form.setBBox(new PDRectangle(100, 100));
    PDResources resources = new PDResources();
    form.setResources(resources);
    StringBuilder content = new StringBuilder();
    if (inner != null) {
      String name = resources.add(inner).getName();
      content.append(("/" + name + " Do\n").repeat(10));
    }
    try (OutputStream out = form.getContentStream().createOutputStream()) {
      out.write(content.toString().getBytes(StandardCharsets.US_ASCII));
    }
    return form;
  }

  private static PDDocument document(List<String> lines) {
    PDDocument document = new PDDocument();
    PDPage page = new PDPage();
    document.addPage(page);
    try (PDPageContentStream content = new PDPageContentStream(document, page)) {
      for (int line = 0; line < lines.size(); line++) {
        content.beginText();
        content.setFont(new PDType1Font(FontName.HELVETICA), 12);
        content.newLineAtOffset(50, 700 - 20 * line);
        content.showText(lines.get(line));
        content.endText();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return document;
  }

  private static byte[] save(PDDocument document) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (document) {
      document.save(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
