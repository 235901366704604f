package dev.rapidcall.gateway.idempotency;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** An answer as it can be given once more. */
record KeptAnswer(int status, Map<String, String> headers, byte[] body) {
  static final String REPLAYED = "Idempotency-Replayed";
  private static final int LARGEST = 1024 * 1024;

  /** What belongs to the answer itself; the others belong to the one request. */
  private static final List<String> ITS_OWN =
      List.of(
          HttpHeaders.CONTENT_TYPE,
          HttpHeaders.CONTENT_DISPOSITION,
          HttpHeaders.LOCATION,
          HttpHeaders.CACHE_CONTROL,
          "X-Pending-Event");

  static KeptAnswer of(ContentCachingResponseWrapper response) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (String name : ITS_OWN) {
      String value = response.getHeader(name);
      if (value != null) {
        headers.put(name, value);
      }
    }
    return new KeptAnswer(response.getStatus(), headers, response.getContentAsByteArray());
  }

  /**
   * Whether a repetition should be answered with this. Our own failures and refusals for now are no
   * answer; an error without a word is still to be told by the container; and what is too large to
   * keep is media, which can be made again.
   */
  boolean isFinal() {
    boolean failed = status >= 500 || status == 429 || status >= 400 && body.length == 0;
    return !failed && body.length <= LARGEST;
  }

  void replay(HttpServletResponse response) throws IOException {
    response.setStatus(status);
    headers.forEach(response::setHeader);
    response.setHeader(REPLAYED, "true");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
