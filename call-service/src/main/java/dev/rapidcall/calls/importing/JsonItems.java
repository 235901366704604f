package dev.rapidcall.calls.importing;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.NullNode;

/** The items of a JSON list, one after the other, so that the file may be of any size. */
final class JsonItems implements AutoCloseable {
  private final ObjectReader items;
  private final JsonParser parser;

  /**
   * Opens a file.
   *
   * @throws BrokenFileException if it is no list
   */
  JsonItems(JsonMapper json, Path file) {
    this.items =
        json.readerFor(JsonNode.class).without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    this.parser = json.createParser(file);
    if (nextToken() != JsonToken.START_ARRAY) {
      parser.close();
      throw new BrokenFileException("it is no JSON list");
    }
  }

  /** The file cannot be read on; the message says why and where. */
  static final class BrokenFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BrokenFileException(String why) {
      super(why);
    }
  }

  /** The next one, or null at the end. */
  @Nullable JsonNode next() {
    JsonToken token = nextToken();
    if (token == JsonToken.END_ARRAY) {
      return null;
    }
    if (token == null) {
      throw new BrokenFileException("it ends in the middle of its list");
    }
    try {
      JsonNode item = items.readValue(parser);
      return item == null ? NullNode.getInstance() : item;
    } catch (JacksonException e) {
      throw broken(e);
    }
  }

  /** How much of the file was read, roughly. */
  long bytesRead() {
    return Math.max(parser.currentLocation().getByteOffset(), 0);
  }

  private @Nullable JsonToken nextToken() {
    try {
      return parser.nextToken();
    } catch (JacksonException e) {
      throw broken(e);
    }
  }

  private static BrokenFileException broken(JacksonException problem) {
    TokenStreamLocation at = problem.getLocation();
    return new BrokenFileException(
        at == null
            ? "it cannot be read: " + problem.getOriginalMessage()
            : "it is no valid JSON from line " + at.getLineNr() + ", column " + at.getColumnNr());
  }

  @Override
  public void close() {
    parser.close();
  }
}
