package dev.rapidcall.gateway.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.IntConsumer;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * No body is larger than what its route takes, whether its length is said or shows in reading; all
 * together take no more memory than there is for them, and each comes in its time.
 */
final class BodyLimitFilter extends OncePerRequestFilter {
  private final BodyBudget budget;

  BodyLimitFilter(BodyBudget budget) {
    this.budget = budget;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    long limit = BodyLimits.of(request);
    if (request.getContentLengthLong() > limit) {
      throw LimitedRequest.tooLarge();
    }
    boolean upload = BodyLimits.isPassedOn(request);
    BodyDeadline deadline = BodyDeadline.of(upload, System::nanoTime);
    try (BodyBudget.Share memory = budget.share()) {
      IntConsumer count = upload ? bytes -> {} : memory::take;
      chain.doFilter(new LimitedRequest(request, limit, deadline, count), response);
    }
  }
}
