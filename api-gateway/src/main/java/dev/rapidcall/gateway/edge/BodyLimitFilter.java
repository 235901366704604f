package dev.rapidcall.gateway.edge;

import dev.rapidcall.service.errors.ApiException.TooLarge;
import dev.rapidcall.service.errors.ErrorWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** No body is larger than what its route takes. */
final class BodyLimitFilter extends OncePerRequestFilter {
  private final ErrorWriter errors;

  BodyLimitFilter(ErrorWriter errors) {
    this.errors = errors;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    long limit = BodyLimits.of(request);
    if (request.getContentLengthLong() > limit) {
      errors.write(request, response, LimitedRequest.tooLarge());
    } else {
      passOn(new LimitedRequest(request, limit), response, chain);
    }
  }

  /** A body of unsaid length shows its size only when it is read. */
  private void passOn(LimitedRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      chain.doFilter(request, response);
    } catch (TooLarge e) {
      errors.write(request, response, e);
    }
  }
}
