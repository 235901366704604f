package dev.rapidcall.gateway.edge;

import dev.rapidcall.service.errors.ApiException;
import dev.rapidcall.service.errors.ApiException.BadRequest;
import dev.rapidcall.service.errors.ApiException.Unavailable;
import dev.rapidcall.service.errors.DatabaseAway;
import dev.rapidcall.service.errors.ErrorWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What a later filter throws becomes an answer here, as what a controller throws does elsewhere. A
 * database that is away is our fault and no reason to sign anybody out.
 */
final class RefusalFilter extends OncePerRequestFilter {
  private static final Logger log = LoggerFactory.getLogger(RefusalFilter.class);
  private static final int RETRY_AFTER_SECONDS = 2;

  private final ErrorWriter errors;

  RefusalFilter(ErrorWriter errors) {
    this.errors = errors;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      chain.doFilter(request, response);
    } catch (ApiException e) {
      if (response.isCommitted()) {
        throw e;
      }
      errors.write(request, response, e);
    } catch (InvalidParameterException | RequestRejectedException e) {
      log.debug("malformed parameters: {}", e.toString());
      errors.write(request, response, new BadRequest("Malformed parameters"));
    } catch (RuntimeException e) {
      if (response.isCommitted() || !DatabaseAway.isBehind(e)) {
        throw e;
      }
      log.warn("database not available: {}", e.toString());
      errors.write(
          request, response, new Unavailable("Temporarily unavailable", RETRY_AFTER_SECONDS));
    }
  }
}
