package dev.rapidcall.service.idempotency;

import dev.rapidcall.service.errors.ApiException.Conflict;
import dev.rapidcall.service.errors.ApiException.Unavailable;
import dev.rapidcall.service.errors.ErrorWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Runs a request and keeps its answer in one transaction: either both are there, and a repetition
 * gets that answer, or nothing happened, and a repetition is the first. The answer leaves after the
 * commit, and only a success is kept: everything else has no effect that could come twice.
 */
final class OncePerKeyFilter extends OncePerRequestFilter {
  private static final Logger log = LoggerFactory.getLogger(OncePerKeyFilter.class);
  private static final int RETRY_SOON = 2;

  /** Shorter than the gateway waits. */
  private static final int LONGEST_SECONDS = 25;

  private final OncePerKeyRoutes routes;
  private final AnsweredRequests answered;
  private final PlatformTransactionManager transactions;
  private final ErrorWriter errors;

  OncePerKeyFilter(
      OncePerKeyRoutes routes,
      AnsweredRequests answered,
      PlatformTransactionManager transactions,
      ErrorWriter errors) {
    this.routes = routes;
    this.answered = answered;
    this.transactions = transactions;
    this.errors = errors;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !HttpMethod.POST.matches(request.getMethod())
        || RequestKey.of(request).isEmpty()
        || !routes.include(request);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    RequestKey key = RequestKey.of(request).orElseThrow();
    try {
      Optional<ContentCachingResponseWrapper> fresh = run(key, request, response, chain);
      if (fresh.isPresent()) {
        fresh.get().copyBodyToResponse();
      } else {
        repeat(key, request, response);
      }
    } catch (CannotCreateTransactionException
        | DataAccessResourceFailureException
        | TransientDataAccessException e) {
      log.warn("database not available: {}", e.toString());
      errors.write(request, response, new Unavailable("Temporarily unavailable", RETRY_SOON));
    }
  }

  /** The answer, held back until its effect is there; empty if there was one before. */
  private Optional<ContentCachingResponseWrapper> run(
      RequestKey key, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
    TransactionStatus transaction = begin();
    boolean done = false;
    try {
      if (!answered.begin(key)) {
        return Optional.empty();
      }
      chain.doFilter(request, answer);
      if (HttpStatusCode.valueOf(answer.getStatus()).is2xxSuccessful()) {
        answered.keep(key, KeptAnswer.of(answer));
        done = true;
      }
    } finally {
      end(transaction, done);
    }
    return Optional.of(answer);
  }

  private void repeat(RequestKey key, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<KeptAnswer> known = answered.find(key);
    if (known.isPresent()) {
      known.get().replay(response);
    } else {
      Conflict gone = new Conflict("The first answer cannot be read again", Map.of());
      errors.write(request, response, gone);
    }
  }

  private TransactionStatus begin() {
    DefaultTransactionDefinition limited = new DefaultTransactionDefinition();
    limited.setTimeout(LONGEST_SECONDS);
    return transactions.getTransaction(limited);
  }

  private void end(TransactionStatus transaction, boolean done) {
    if (done) {
      transactions.commit(transaction);
    } else {
      transactions.rollback(transaction);
    }
  }
}
