package dev.rapidcall.gateway.edge.limits;

import dev.rapidcall.gateway.requests.HeldBody;
import dev.rapidcall.service.errors.ApiException.BadRequest;
import dev.rapidcall.service.errors.ApiException.TooManyRequests;
import dev.rapidcall.service.errors.ErrorWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets so many attempts to sign in pass, good and bad ones alike. */
final class SignInLimitFilter extends OncePerRequestFilter {
  private final SignInLimits limits;
  private final ClientAddresses addresses;
  private final ErrorWriter errors;

  SignInLimitFilter(SignInLimits limits, ClientAddresses addresses, ErrorWriter errors) {
    this.limits = limits;
    this.addresses = addresses;
    this.errors = errors;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String act = request.getServletPath();
    Optional<TooManyRequests> refused = limits.from(addresses.of(request), act);
    if (refused.isPresent()) {
      errors.write(request, response, refused.get());
      return;
    }
    SignInBody body;
    try {
      body = SignInBody.of(request.getInputStream().readAllBytes(), request.getContentType());
    } catch (BadRequest e) {
      errors.write(request, response, e);
      return;
    }
    refused = body.email().flatMap(email -> limits.atAccount(email, act));
    if (refused.isPresent()) {
      errors.write(request, response, refused.get());
    } else {
      chain.doFilter(held(request, body), response);
    }
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !HttpMethod.POST.matches(request.getMethod());
  }

  private static HttpServletRequest held(HttpServletRequest request, SignInBody body) {
    Map<String, String> headers =
        body.contentType() == null
            ? Map.of()
            : Map.of(HttpHeaders.CONTENT_TYPE, body.contentType());
    return new HeldBody(request, body.bytes(), headers);
  }
}
