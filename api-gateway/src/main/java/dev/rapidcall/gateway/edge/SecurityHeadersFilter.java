package dev.rapidcall.gateway.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.web.util.OnCommittedResponseWrapper;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Writes the security headers when the answer leaves, for only then its other headers are known.
 */
final class SecurityHeadersFilter extends OncePerRequestFilter {

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Leaving leaving = new Leaving(request, response);
    try {
      chain.doFilter(request, leaving);
    } finally {
      leaving.writeHeaders();
    }
  }

  private static final class Leaving extends OnCommittedResponseWrapper {
    private final HttpServletRequest request;

    Leaving(HttpServletRequest request, HttpServletResponse response) {
      super(response);
      this.request = request;
    }

    @Override
    protected void onResponseCommitted() {
      writeHeaders();
      disableOnResponseCommitted();
    }

    private void writeHeaders() {
      if (!isDisableOnResponseCommitted() && !isCommitted()) {
        SecurityHeaders.write(request, (HttpServletResponse) getResponse());
      }
    }
  }
}
