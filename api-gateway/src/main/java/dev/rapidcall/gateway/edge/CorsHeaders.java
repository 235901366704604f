package dev.rapidcall.gateway.edge;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;

/** Tells browsers which pages may read an answer. */
final class CorsHeaders {
  private static final String ANSWER_HEADERS =
      "content-range,accept-ranges,content-length,content-disposition,retry-after,x-request-id,"
          + "idempotency-replayed";

  private final EdgeSettings settings;

  CorsHeaders(EdgeSettings settings) {
    this.settings = settings;
  }

  /** Whether it comes from a page that is not ours. */
  boolean isForeign(HttpServletRequest request) {
    String origin = request.getHeader(HttpHeaders.ORIGIN);
    return origin != null && !settings.allows(origin);
  }

  void write(HttpServletRequest request, HttpServletResponse response) {
    response.addHeader(HttpHeaders.VARY, HttpHeaders.ORIGIN);
    if (isForeign(request)) {
      return;
    }
    String origin = request.getHeader(HttpHeaders.ORIGIN);
    if (origin != null) {
      response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
    }
    response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_CREDENTIALS, "true");
    response.setHeader(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, ANSWER_HEADERS);
  }
}
