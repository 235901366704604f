package dev.rapidcall.service.errors;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.catalina.connector.ClientAbortException;
import org.apache.coyote.CloseNowException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * An answer that fails in its middle ends with its connection: nothing else tells the reader that
 * it is not whole. For Tomcat it is as if the reader had gone: no error page is put behind it, and
 * no stack trace is logged.
 */
final class BrokenAnswerFilter extends OncePerRequestFilter {
  private static final Logger log = LoggerFactory.getLogger(BrokenAnswerFilter.class);

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      chain.doFilter(request, response);
    } catch (ServletException | IOException | RuntimeException e) {
      if (!response.isCommitted() && !(e instanceof CloseNowException)) {
        throw e;
      }
      log.debug("an answer broke off", e);
      throw new ClientAbortException("the answer broke off");
    }
  }

  @Override
  protected boolean shouldNotFilterAsyncDispatch() {
    return false;
  }
}
