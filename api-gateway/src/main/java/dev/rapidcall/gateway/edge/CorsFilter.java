package dev.rapidcall.gateway.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.filter.OncePerRequestFilter;

/** A foreign page's request is served unread, its preflight like any other question. */
final class CorsFilter extends OncePerRequestFilter {
  private static final String METHODS = "GET,POST,PUT,PATCH,DELETE,OPTIONS";
  private static final String REQUEST_HEADERS =
      "authorization,content-type,x-agent-secret,x-csrf-token,x-workspace-id,idempotency-key,"
          + "range,last-event-id,x-request-id";
  private static final String MAX_AGE_SECONDS = "7200";

  private final CorsHeaders cors;

  CorsFilter(EdgeSettings settings) {
    this.cors = new CorsHeaders(settings);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    cors.write(request, response);
    if (HttpMethod.OPTIONS.matches(request.getMethod()) && !cors.isForeign(request)) {
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
      response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, METHODS);
      response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, REQUEST_HEADERS);
      response.setHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, MAX_AGE_SECONDS);
    } else {
      chain.doFilter(request, response);
    }
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return Door.of(request) == Door.WEBHOOK;
  }
}
