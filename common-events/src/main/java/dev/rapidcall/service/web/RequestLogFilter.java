package dev.rapidcall.service.web;

import dev.rapidcall.service.identity.Caller;
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
import org.slf4j.spi.LoggingEventBuilder;
import org.springframework.web.filter.OncePerRequestFilter;

/** One line per request, without its query: a query may carry a token. */
final class RequestLogFilter extends OncePerRequestFilter {
  private static final Logger log = LoggerFactory.getLogger("dev.rapidcall.requests");

  private final RequestRoutes routes;
  private final Clock clock;

  RequestLogFilter(RequestRoutes routes, Clock clock) {
    this.routes = routes;
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
      log(request, response.getStatus(), Duration.between(begun, clock.instant()).toMillis());
    }
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return request.getRequestURI().equals("/health")
        || request.getRequestURI().equals("/metrics")
        || request.getRequestURI().startsWith("/actuator/");
  }

  private void log(HttpServletRequest request, int status, long took) {
    LoggingEventBuilder line =
        log.atInfo()
            .addKeyValue("method", request.getMethod())
            .addKeyValue("path", request.getRequestURI())
            .addKeyValue("route", routes.of(request))
            .addKeyValue("status", status)
            .addKeyValue("ms", took);
    Caller caller = RequestFacts.caller(request);
    if (caller != null) {
      line = line.addKeyValue("caller", caller.subject());
    }
    if (caller != null && caller.workspaceId() != null) {
      line = line.addKeyValue("workspaceId", caller.workspaceId().value());
    }
    String callId = RequestFacts.callId(request);
    if (callId != null) {
      line = line.addKeyValue("callId", callId);
    }
    line.setMessage("{} {} {} {} ms")
        .addArgument(request.getMethod())
        .addArgument(request.getRequestURI())
        .addArgument(status)
        .addArgument(took)
        .log();
  }
}
