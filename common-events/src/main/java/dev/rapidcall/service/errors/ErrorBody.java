package dev.rapidcall.service.errors;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** {@code {"error": "<text>"}} and, for some, further keys. */
final class ErrorBody {

  private ErrorBody() {}

  static ResponseEntity<Map<String, Object>> of(ApiException problem) {
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.status(problem.status()).contentType(MediaType.APPLICATION_JSON);
    if (problem.retryAfterSeconds() > 0) {
      answer.header(HttpHeaders.RETRY_AFTER, Integer.toString(problem.retryAfterSeconds()));
    }
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("error", String.valueOf(problem.getMessage()));
    body.putAll(problem.extras());
    return answer.body(body);
  }

  static ResponseEntity<Map<String, Object>> of(int status, String message) {
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_JSON)
        .body(Map.of("error", message));
  }
}
