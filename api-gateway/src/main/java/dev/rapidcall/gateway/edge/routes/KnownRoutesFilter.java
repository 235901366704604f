package dev.rapidcall.gateway.edge.routes;

import dev.rapidcall.service.errors.ApiException.MethodNotAllowed;
import dev.rapidcall.service.errors.ApiException.NotFound;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/**
 * What nobody serves is unknown to everybody, whoever asks: a 401 would let a client believe that
 * its session is over.
 */
public final class KnownRoutesFilter extends OncePerRequestFilter {
  private final KnownRoutes routes;

  /** Of the dispatcher's tables. */
  public KnownRoutesFilter(ObjectProvider<HandlerMapping> tables) {
    this.routes = new KnownRoutes(tables);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    boolean asks = HttpMethod.OPTIONS.matches(request.getMethod());
    if (!asks && routes.serve(request)) {
      chain.doFilter(request, response);
      return;
    }
    List<String> methods = routes.methodsOf(request);
    if (methods.isEmpty()) {
      throw new NotFound("Not found");
    }
    String allowed = String.join(", ", methods);
    response.setHeader(HttpHeaders.ALLOW, allowed);
    if (!asks) {
      throw new MethodNotAllowed();
    }
    response.setContentType(MediaType.TEXT_PLAIN_VALUE);
    response.getOutputStream().write(allowed.getBytes(StandardCharsets.UTF_8));
  }
}
