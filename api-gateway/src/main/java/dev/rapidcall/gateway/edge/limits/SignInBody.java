package dev.rapidcall.gateway.edge.limits;

import dev.rapidcall.service.errors.ApiException.BadRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What somebody sends to sign in, as JSON or as a form. */
record SignInBody(byte[] bytes, @Nullable String contentType) {
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final JsonMapper JSON = JsonMapper.shared();

  /** A form is turned into the JSON that it means. */
  static SignInBody of(byte[] body, @Nullable String contentType) {
    return contentType != null && contentType.toLowerCase(Locale.ROOT).startsWith(FORM)
        ? new SignInBody(JSON.writeValueAsBytes(fields(body)), MediaType.APPLICATION_JSON_VALUE)
        : new SignInBody(body, contentType);
  }

  /** For which account it is; empty if that cannot be read, which others will complain about. */
  Optional<String> email() {
    try {
      JsonNode email = JSON.readTree(bytes).path("email");
      return email.isString() ? Optional.of(email.stringValue()) : Optional.empty();
    } catch (JacksonException e) {
      return Optional.empty();
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
