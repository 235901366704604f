package dev.rapidcall.gateway.edge;

import dev.rapidcall.gateway.accounts.Identify;
import dev.rapidcall.gateway.accounts.SignedIn;
import dev.rapidcall.service.errors.ApiException.Forbidden;
import dev.rapidcall.service.identity.Caller;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Finds out who asks, and in which workspace. Only the kind of credentials that the door demands is
 * looked at. Who changes something by the cookie alone shows that his page could read the other
 * cookie too.
 */
final class CredentialsFilter extends OncePerRequestFilter {
  private static final String WORKSPACE = "X-Workspace-Id";
  private static final String CSRF = "x-csrf-token";
  private static final String ME = "/api/me";

  /** Ways out, and from one workspace to another. */
  private static final Pattern IN_NO_WORKSPACE =
      Pattern.compile(
          "/api/auth/logout(-all)?|/api/workspaces/[^/]+/select|/api/invitations/accept");

  private static final String WAY_OUT = "/api/auth/logout";
  private static final Set<String> CHANGING = Set.of("POST", "PUT", "PATCH", "DELETE");

  private final AgentSecret agentSecret;
  private final Identify identify;

  CredentialsFilter(AgentSecret agentSecret, Identify identify) {
    this.agentSecret = agentSecret;
    this.identify = identify;
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
    ShownToken token = ShownToken.in(request);
    if (token == null) {
      return;
    }
    identified(token, request)
        .ifPresent(
            who -> {
              if (token.byCookie() && needsCsrfToken(request)) {
                check(who, request);
              }
              request.setAttribute(SignedIn.ATTRIBUTE, who);
              authenticate(who.caller());
            });
  }

  /** A stale name of a workspace shows nobody the door: he is told of one that he has. */
  private Optional<SignedIn> identified(ShownToken token, HttpServletRequest request) {
    try {
      return identify.by(token.value(), workspace(request));
    } catch (Forbidden e) {
      if (Door.path(request).equals(ME)) {
        return identify.by(token.value(), null);
      }
      throw e;
    }
  }

  private static @Nullable String workspace(HttpServletRequest request) {
    String named = request.getHeader(WORKSPACE);
    boolean meant = named != null && !named.isBlank();
    return meant && !IN_NO_WORKSPACE.matcher(Door.path(request)).matches() ? named.trim() : null;
  }

  /** A person must always get out. */
  private static boolean needsCsrfToken(HttpServletRequest request) {
    return CHANGING.contains(request.getMethod()) && !request.getRequestURI().equals(WAY_OUT);
  }

  private static void check(SignedIn who, HttpServletRequest request) {
    if (!who.hasCsrfToken(request.getHeader(CSRF))) {
      throw new Forbidden("CSRF token missing or wrong");
    }
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
