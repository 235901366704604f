package dev.rapidcall.calls.input;

import java.util.Map;
import java.util.function.Consumer;

/**
 * The rules of one route's body. They read what was sent, and the API's document is made of them.
 */
public interface BodyRules extends Consumer<InputObject> {
  /** The rules as JSON Schema. */
  default Map<String, Object> schema() {
    return ObjectSchema.of(this);
  }
}
