package dev.rapidcall.gateway.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** No body is larger than what its route takes, whether its length is said or shows in reading. */
final class BodyLimitFilter extends OncePerRequestFilter {

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    long limit = BodyLimits.of(request);
    if (request.getContentLengthLong() > limit) {
      throw LimitedRequest.tooLarge();
    }
    chain.doFilter(new LimitedRequest(request, limit), response);
  }
}
