package dev.rapidcall.gateway.edge.limits;

import dev.rapidcall.service.errors.ApiException.BadRequest;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What somebody sends to sign in, as JSON or as a form. It is read once and passed on as it was
 * understood: what could be read in two ways would be counted for one account and tried at another.
 */
record SignInBody(byte[] bytes, @Nullable String contentType) {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final byte[] NOTHING = {};

  /**
   * Turns a form, and JSON of any charset, into plain JSON. Nothing is left of any other body:
   * nobody behind reads it.
   */
  static SignInBody of(byte[] body, @Nullable String contentType) {
    MediaType type = type(contentType);
    if (type != null && type.isCompatibleWith(MediaType.APPLICATION_FORM_URLENCODED)) {
      return json(JSON.valueToTree(fields(body)));
    }
    if (type == null || !isJson(type) || body.length == 0) {
      return new SignInBody(NOTHING, contentType);
    }
    return json(read(body, type.getCharset()));
  }

  /** For which account it is; empty if it names none, which others will complain about. */
  Optional<String> email() {
    JsonNode email = bytes.length == 0 ? JSON.nullNode() : JSON.readTree(bytes).path("email");
    return email.isString() ? Optional.of(email.stringValue()) : Optional.empty();
  }

  private static SignInBody json(JsonNode body) {
    return new SignInBody(JSON.writeValueAsBytes(body), MediaType.APPLICATION_JSON_VALUE);
  }

  private static @Nullable MediaType type(@Nullable String contentType) {
    try {
      return contentType == null ? null : MediaType.parseMediaType(contentType);
    } catch (InvalidMediaTypeException e) {
      return null;
    }
  }

  private static boolean isJson(MediaType type) {
    return type.getSubtype().toLowerCase(Locale.ROOT).contains("json");
  }

  private static JsonNode read(byte[] body, @Nullable Charset charset) {
    try {
      return charset == null
          ? JSON.readTree(body)
          : JSON.readTree(charset.newDecoder().decode(ByteBuffer.wrap(body)).toString());
    } catch (JacksonException | CharacterCodingException e) {
      throw new BadRequest("Malformed JSON");
    }
  }

  private static Map<String, String> fields(byte[] body) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String pair : new String(body, StandardCharsets.UTF_8).split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        fields.putIfAbsent(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
      }
    }
    return fields;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new BadRequest("Malformed form");
    }
  }
}
