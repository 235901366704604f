package dev.rapidcall.messaging;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The JSON of each event as it was approved. Files are never changed, only added. */
final class ApprovedEvents {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .build();

  private ApprovedEvents() {}

  /** The approved JSON on one line. */
  static String read(String name) {
    String path = "/approved-events/" + name + ".json";
    try (InputStream file = ApprovedEvents.class.getResourceAsStream(path)) {
      if (file == null) {
        throw new AssertionError("there is no approved snapshot " + path);
      }
      String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      return JSON.writeValueAsString(JSON.readTree(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
