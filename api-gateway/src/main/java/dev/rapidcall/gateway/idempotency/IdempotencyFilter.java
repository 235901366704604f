package dev.rapidcall.gateway.idempotency;

import dev.rapidcall.gateway.requests.ChangedHeaders;
import dev.rapidcall.gateway.requests.HeldBody;
import dev.rapidcall.service.errors.ApiException.Conflict;
import dev.rapidcall.service.errors.ApiException.Unprocessable;
import dev.rapidcall.service.idempotency.KeptAnswer;
import dev.rapidcall.service.identity.Caller;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Runs a POST with a key once, and answers its repetitions with what was answered then. */
final class IdempotencyFilter extends OncePerRequestFilter {
  private static final Logger log = LoggerFactory.getLogger(IdempotencyFilter.class);
  private static final int RETRY_AFTER_SECONDS = 1;
  private static final int LARGEST = 1024 * 1024;

  private final IdempotentRequests requests;
  private final Clock clock;

  IdempotencyFilter(IdempotentRequests requests, Clock clock) {
    this.requests = requests;
    this.clock = clock;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !HttpMethod.POST.matches(request.getMethod())
        || request.getHeader(ScopedKey.HEADER) == null
        || caller() == null;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    ScopedKey key = key(request);
    boolean upload = isUpload(request);
    byte[] body = upload ? new byte[0] : request.getInputStream().readAllBytes();
    String hash = upload ? Fingerprint.ofUpload(request) : Fingerprint.of(request, body);
    switch (requests.claim(key, hash)) {
      case Claim.Run run -> {
        Map<String, String> derived = Map.of(ScopedKey.HEADER, run.ownerKey());
        ChangedHeaders passed =
            upload
                ? new MeasuredUpload(request, derived, lease(key, run)::hold)
                : new HeldBody(request, body, derived);
        run(key, run, passed, response, chain);
      }
      case Claim.Answered known -> {
        if (known.bodyHash() != null
            && !known.bodyHash().equals(MeasuredUpload.bodyHashOf(request))) {
          throw otherRequest();
        }
        known.answer().replay(response);
      }
      case Claim.Running first ->
          throw new Conflict("The first request is still running", RETRY_AFTER_SECONDS);
      case Claim.Unreadable gone ->
          throw new Conflict("The first answer cannot be read again", Map.of());
      case Claim.OtherRequest other -> throw otherRequest();
    }
  }

  private void run(
      ScopedKey key,
      Claim.Run run,
      ChangedHeaders request,
      HttpServletResponse response,
      FilterChain chain)
      throws ServletException, IOException {
    ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
    boolean answered = false;
    try {
      chain.doFilter(request, answer);
      answered = isFinal(answer.getStatus(), answer.getContentSize());
    } finally {
      String bodyHash = request instanceof MeasuredUpload upload ? upload.bodyHash() : null;
      settle(key, run, answered ? KeptAnswer.of(answer) : null, bodyHash);
    }
    answer.copyBodyToResponse();
  }

  /**
   * Whether a repetition should be answered with this. Our own failures and refusals for now are no
   * answer; an error without a word is still to be told by the container; and what is too large to
   * keep is media, which can be made again, or kept by its owner.
   */
  private static boolean isFinal(int status, int size) {
    boolean failed = status >= 500 || status == 429 || status >= 400 && size == 0;
    return !failed && size <= LARGEST;
  }

  /** If this fails, the answer is given all the same; the owner knows the next attempt. */
  private void settle(
      ScopedKey key, Claim.Run run, @Nullable KeptAnswer answer, @Nullable String bodyHash) {
    try {
      if (answer == null) {
        requests.release(key, run);
      } else {
        requests.keep(key, run, answer, bodyHash);
      }
    } catch (DataAccessException e) {
      log.warn("an idempotency key stays claimed until its lease ends: {}", e.toString());
    }
  }

  private Lease lease(ScopedKey key, Claim.Run run) {
    return new Lease(() -> requests.renew(key, run), clock);
  }

  private static Unprocessable otherRequest() {
    return new Unprocessable("This Idempotency-Key was used for another request");
  }

  private static ScopedKey key(HttpServletRequest request) {
    Caller caller = Objects.requireNonNull(caller());
    return new ScopedKey(
        caller.workspace().value(),
        caller.subject(),
        Objects.requireNonNull(request.getHeader(ScopedKey.HEADER)));
  }

  private static boolean isUpload(HttpServletRequest request) {
    String type = request.getContentType();
    return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
  }

  /** Who acts in a workspace; the agent's repetitions are told apart by the events they make. */
  private static @Nullable Caller caller() {
    Authentication who = SecurityContextHolder.getContext().getAuthentication();
    return who != null
            && who.getPrincipal() instanceof Caller caller
            && caller.workspaceId() != null
        ? caller
        : null;
  }
}
