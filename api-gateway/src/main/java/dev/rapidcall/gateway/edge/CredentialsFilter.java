package dev.rapidcall.gateway.edge;

import dev.rapidcall.gateway.accounts.FindSession;
import dev.rapidcall.gateway.accounts.SignedIn;
import dev.rapidcall.service.identity.Caller;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Finds out who asks. Only the kind of credentials that the door demands is looked at. A bearer
 * token that is no session (an API key, say) would be told apart here.
 */
final class CredentialsFilter extends OncePerRequestFilter {
  private static final String BEARER = "bearer ";

  private final AgentSecret agentSecret;
  private final FindSession findSession;

  CredentialsFilter(AgentSecret agentSecret, FindSession findSession) {
    this.agentSecret = agentSecret;
    this.findSession = findSession;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    switch (Door.of(request)) {
      case AGENT -> agent(request);
      case USER -> user(request);
      case WEBHOOK, SIGN_IN, PUBLIC -> {}
    }
    chain.doFilter(request, response);
  }

  private void agent(HttpServletRequest request) {
    if (agentSecret.isShownBy(request)) {
      authenticate(Caller.agent());
    }
  }

  private void user(HttpServletRequest request) {
    Optional<SignedIn> who = token(request).flatMap(findSession::by);
    who.ifPresent(
        person -> {
          request.setAttribute(SignedIn.ATTRIBUTE, person);
          authenticate(person.caller());
        });
  }

  private static Optional<String> token(HttpServletRequest request) {
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    if (header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      return Optional.of(header.substring(BEARER.length()).trim());
    }
    Cookie[] cookies = request.getCookies();
    return cookies == null
        ? Optional.empty()
        : Stream.of(cookies)
            .filter(cookie -> cookie.getName().equals(FindSession.COOKIE))
            .map(Cookie::getValue)
            .filter(value -> !value.isBlank())
            .findFirst();
  }

  private static void authenticate(Caller caller) {
    String[] scopes =
        caller.scopes().stream().map(scope -> "SCOPE_" + scope).toArray(String[]::new);
    SecurityContextHolder.getContext()
        .setAuthentication(
            UsernamePasswordAuthenticationToken.authenticated(
                caller, "", AuthorityUtils.createAuthorityList(Arrays.asList(scopes))));
  }
}
