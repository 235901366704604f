package dev.rapidcall.service.metrics;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers {@code GET /metrics} before sessions, origins and routes are thought of: it has a
 * credential of its own, and must work when the rest does not.
 */
final class MetricsFilter extends OncePerRequestFilter {
  static final String PATH = "/metrics";
  private static final String PLAIN = "text/plain; charset=utf-8";
  private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

  private final MetricsToken token;
  private final MetricsSource source;

  MetricsFilter(MetricsToken token, MetricsSource source) {
    this.token = token;
    this.source = source;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException {
    if (!token.isSet()) {
      answer(response, HttpServletResponse.SC_NOT_FOUND, PLAIN, "Not found");
    } else if (!token.opens(request.getHeader(HttpHeaders.AUTHORIZATION))) {
      answer(response, HttpServletResponse.SC_UNAUTHORIZED, PLAIN, "Unauthorized");
    } else {
      answer(response, HttpServletResponse.SC_OK, PROMETHEUS, source.text(request));
    }
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    return !reads || !request.getRequestURI().equals(PATH);
  }

  private static void answer(HttpServletResponse response, int status, String type, String text)
      throws IOException {
    response.setStatus(status);
    response.setContentType(type);
    response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
  }
}
