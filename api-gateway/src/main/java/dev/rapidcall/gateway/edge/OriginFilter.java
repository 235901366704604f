package dev.rapidcall.gateway.edge;

import dev.rapidcall.gateway.accounts.Identify;
import dev.rapidcall.service.errors.ApiException.Forbidden;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Whoever changes something with a cookie that his browser sends by itself must come from one of
 * our pages. The agent's secret and API keys are sent by no browser, so they free from the rule;
 * the secret must be right, and a key that opens nothing is refused later.
 */
final class OriginFilter extends OncePerRequestFilter {
  private static final Set<String> CHANGING = Set.of("POST", "PUT", "PATCH", "DELETE");

  private final EdgeSettings settings;
  private final AgentSecret agentSecret;

  OriginFilter(EdgeSettings settings, AgentSecret agentSecret) {
    this.settings = settings;
    this.agentSecret = agentSecret;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (CHANGING.contains(request.getMethod()) && !mayPass(request)) {
      throw new Forbidden("Origin not allowed");
    }
    chain.doFilter(request, response);
  }

  private boolean mayPass(HttpServletRequest request) {
    return switch (Door.of(request)) {
      case WEBHOOK -> true;
      case SIGN_IN -> origin(request) == null || comesFromUs(request);
      case AGENT ->
          isInternal(request) || !AgentSecret.shownBy(request).isEmpty() || comesFromUs(request);
      case PUBLIC, USER ->
          agentSecret.isShownBy(request) || showsApiKey(request) || comesFromUs(request);
    };
  }

  private boolean comesFromUs(HttpServletRequest request) {
    String origin = origin(request);
    return origin != null && settings.allows(origin);
  }

  private static boolean showsApiKey(HttpServletRequest request) {
    ShownToken token = ShownToken.in(request);
    return token != null && Identify.isApiKey(token.value()) && !token.byCookie();
  }

  private static boolean isInternal(HttpServletRequest request) {
    return Door.path(request).startsWith("/api/internal/");
  }

  private static @Nullable String origin(HttpServletRequest request) {
    String origin = request.getHeader(HttpHeaders.ORIGIN);
    return origin == null ? originOf(request.getHeader(HttpHeaders.REFERER)) : origin;
  }

  private static @Nullable String originOf(@Nullable String page) {
    if (page == null) {
      return null;
    }
    try {
      URI address = new URI(page);
      return address.getScheme() + "://" + address.getAuthority();
    } catch (URISyntaxException e) {
      return "null";
    }
  }
}
