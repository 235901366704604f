package dev.rapidcall.service.errors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/** Answers an error where no controller is at work: in filters and in the security chain. */
public final class ErrorWriter {
  private final JsonMapper json;

  ErrorWriter(JsonMapper json) {
    this.json = json;
  }

  /** Sends the error as the answer; headers that are set already stay. */
  public void write(HttpServletRequest request, HttpServletResponse response, ApiException problem)
      throws IOException {
    ResponseEntity<Map<String, Object>> answer = ErrorBody.of(request, problem);
    response.setStatus(problem.status());
    answer.getHeaders().forEach((name, values) -> response.setHeader(name, values.getFirst()));
    response.getOutputStream().write(json.writeValueAsBytes(answer.getBody()));
  }
}
