package dev.rapidcall.gateway.edge.limits;

import dev.rapidcall.gateway.requests.HeldBody;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets so many attempts to sign in pass, good and bad ones alike. */
final class SignInLimitFilter extends OncePerRequestFilter {
  private final SignInLimits limits;
  private final ClientAddresses addresses;

  SignInLimitFilter(SignInLimits limits, ClientAddresses addresses) {
    this.limits = limits;
    this.addresses = addresses;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String act = request.getServletPath();
    limits.from(addresses.of(request), act);
    SignInBody body =
        SignInBody.of(request.getInputStream().readAllBytes(), request.getContentType());
    body.email().ifPresent(email -> limits.atAccount(email, act));
    chain.doFilter(held(request, body), response);
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
