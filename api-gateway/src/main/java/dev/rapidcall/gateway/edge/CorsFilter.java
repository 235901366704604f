package dev.rapidcall.gateway.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.filter.OncePerRequestFilter;

/** Tells browsers which pages may read our answers. A foreign page's request is served unread. */
final class CorsFilter extends OncePerRequestFilter {
  private static final String METHODS = "GET,POST,PUT,PATCH,DELETE,OPTIONS";
  private static final String REQUEST_HEADERS =
      "authorization,content-type,x-agent-secret,x-csrf-token,x-workspace-id,idempotency-key,range,x-request-id";
  private static final String ANSWER_HEADERS =
      "content-range,accept-ranges,content-length,retry-after,x-request-id";
  private static final String MAX_AGE_SECONDS = "7200";

  private final EdgeSettings settings;

  CorsFilter(EdgeSettings settings) {
    this.settings = settings;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String origin = request.getHeader(HttpHeaders.ORIGIN);
    boolean allowed = origin != null && settings.allows(origin);
    response.addHeader(HttpHeaders.VARY, HttpHeaders.ORIGIN);
    if (allowed) {
      response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
    }
    if (allowed || origin == null) {
      response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_CREDENTIALS, "true");
      response.setHeader(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, ANSWER_HEADERS);
    }
    if (HttpMethod.OPTIONS.matches(request.getMethod())) {
      preflight(response, allowed);
    } else {
      chain.doFilter(request, response);
    }
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return Door.of(request) == Door.WEBHOOK;
  }

  private static void preflight(HttpServletResponse response, boolean allowed) {
    response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    if (allowed) {
      response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, METHODS);
      response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, REQUEST_HEADERS);
      response.setHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, MAX_AGE_SECONDS);
    }
  }
}
