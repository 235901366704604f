package dev.rapidcall.service.errors;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** The error shape of RFC 9457, for clients that name it in {@code Accept}. */
final class ProblemJson {
  /** We have no page per kind of problem; then the RFC wants this type and the status' title. */
  private static final String NO_TYPE = "about:blank";

  private ProblemJson() {}

  /** A wildcard does not ask for it: those clients know the plain shape. */
  static boolean isWantedBy(HttpServletRequest request) {
    try {
      List<String> accepted = Collections.list(request.getHeaders(HttpHeaders.ACCEPT));
      return MediaType.parseMediaTypes(accepted).stream().anyMatch(ProblemJson::names);
    } catch (InvalidMediaTypeException e) {
      return false;
    }
  }

  static boolean names(MediaType type) {
    return type.equalsTypeAndSubtype(MediaType.APPLICATION_PROBLEM_JSON)
        && type.getQualityValue() > 0;
  }

  /** The RFC's own members win over further keys of the same name. */
  static Map<String, Object> of(int status, String detail, Map<String, ?> extras) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("type", NO_TYPE);
    body.put("title", title(status));
    body.put("status", status);
    body.put("detail", detail);
    extras.forEach(body::putIfAbsent);
    return body;
  }

  private static String title(int status) {
    HttpStatus known = HttpStatus.resolve(status);
    return known == null ? "Error" : known.getReasonPhrase();
  }
}
