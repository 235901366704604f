package dev.rapidcall.service.idempotency;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** An answer as it can be given once more. */
public record KeptAnswer(int status, Map<String, String> headers, byte[] body) {
  private static final String REPLAYED = "Idempotency-Replayed";

  /** What belongs to the answer itself; the others belong to the one request. */
  private static final List<String> ITS_OWN =
      List.of(
          HttpHeaders.CONTENT_TYPE,
          HttpHeaders.CONTENT_DISPOSITION,
          HttpHeaders.LOCATION,
          HttpHeaders.CACHE_CONTROL,
          "X-Pending-Event");

  /** What was answered, the body included that did not leave yet. */
  public static KeptAnswer of(ContentCachingResponseWrapper response) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (String name : ITS_OWN) {
      String value = response.getHeader(name);
      if (value != null) {
        headers.put(name, value);
      }
    }
    return new KeptAnswer(response.getStatus(), headers, response.getContentAsByteArray());
  }

  /** Gives it again, and says so. */
  public void replay(HttpServletResponse response) throws IOException {
    response.setStatus(status);
    headers.forEach(response::setHeader);
    response.setHeader(REPLAYED, "true");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
