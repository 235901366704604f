package dev.rapidcall.testing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A form of parts, as browsers send it. */
public final class Multipart {
  private static final String BOUNDARY = "----part-of-a-form";

  private final ByteArrayOutputStream body = new ByteArrayOutputStream();

  /** One field. */
  public Multipart field(String name, String value) {
    text("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n");
    return text(value).text("\r\n");
  }

  /** One file. */
  public Multipart file(String name, String filename, String mime, byte[] content) {
    text(
        "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\"");
    text(filename + "\"\r\nContent-Type: " + mime + "\r\n\r\n");
    body.writeBytes(content);
    return text("\r\n");
  }

  /** What to send. */
  public byte[] bytes() {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.writeBytes(body.toByteArray());
    whole.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return whole.toByteArray();
  }

  /** Its content type. */
  public static String type() {
    return "multipart/form-data; boundary=" + BOUNDARY;
  }

  private Multipart text(String text) {
    body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    return this;
  }
}
