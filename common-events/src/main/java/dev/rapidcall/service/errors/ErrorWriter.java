package dev.rapidcall.service.errors;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/** Answers an error where no controller is at work: in filters and in the security chain. */
public final class ErrorWriter {
  private final JsonMapper json;

  ErrorWriter(JsonMapper json) {
    this.json = json;
  }

  /** Sends the error as the answer; headers that are set already stay. */
  public void write(HttpServletResponse response, ApiException problem) throws IOException {
    ResponseEntity<Map<String, Object>> answer = ErrorBody.of(problem);
    response.setStatus(problem.status());
    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    String retryAfter = answer.getHeaders().getFirst(HttpHeaders.RETRY_AFTER);
    if (retryAfter != null) {
      response.setHeader(HttpHeaders.RETRY_AFTER, retryAfter);
    }
    response.getOutputStream().write(json.writeValueAsBytes(answer.getBody()));
  }
}
