package dev.rapidcall.service.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;

/** One line per request, without its query: a query may carry a token. */
final class RequestLogFilter extends OncePerRequestFilter {
  private static final Logger log = LoggerFactory.getLogger("dev.rapidcall.requests");

  private final Clock clock;

  RequestLogFilter(Clock clock) {
    this.clock = clock;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Instant begun = clock.instant();
    try {
      chain.doFilter(request, response);
    } finally {
      long took = Duration.between(begun, clock.instant()).toMillis();
      log.atInfo()
          .addKeyValue("method", request.getMethod())
          .addKeyValue("path", request.getRequestURI())
          .addKeyValue("status", response.getStatus())
          .addKeyValue("ms", took)
          .setMessage("{} {} {} {} ms")
          .addArgument(request.getMethod())
          .addArgument(request.getRequestURI())
          .addArgument(response.getStatus())
          .addArgument(took)
          .log();
    }
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return request.getRequestURI().equals("/health")
        || request.getRequestURI().startsWith("/actuator/");
  }
}
