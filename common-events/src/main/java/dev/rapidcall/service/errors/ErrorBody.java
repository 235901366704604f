package dev.rapidcall.service.errors;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * {@code {"error": "<text>"}} and, for some, further keys; who asks for {@code
 * application/problem+json} gets the same as a problem of RFC 9457.
 */
final class ErrorBody {

  private ErrorBody() {}

  static ResponseEntity<Map<String, Object>> of(HttpServletRequest request, ApiException problem) {
    HttpHeaders headers = new HttpHeaders();
    if (problem.retryAfterSeconds() > 0) {
      headers.set(HttpHeaders.RETRY_AFTER, Integer.toString(problem.retryAfterSeconds()));
    }
    return of(
        request, problem.status(), String.valueOf(problem.getMessage()), problem.extras(), headers);
  }

  static ResponseEntity<Map<String, Object>> of(
      HttpServletRequest request, int status, String message) {
    return of(request, status, message, new HttpHeaders());
  }

  static ResponseEntity<Map<String, Object>> of(
      HttpServletRequest request, int status, String message, HttpHeaders headers) {
    return of(request, status, message, Map.of(), headers);
  }

  private static ResponseEntity<Map<String, Object>> of(
      HttpServletRequest request,
      int status,
      String message,
      Map<String, ?> extras,
      HttpHeaders headers) {
    ResponseEntity.BodyBuilder answer = ResponseEntity.status(status).headers(headers);
    if (ProblemJson.isWantedBy(request)) {
      return answer
          .contentType(MediaType.APPLICATION_PROBLEM_JSON)
          .body(ProblemJson.of(status, message, extras));
    }
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("error", message);
    body.putAll(extras);
    return answer.contentType(MediaType.APPLICATION_JSON).body(body);
  }
}
