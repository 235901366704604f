package dev.rapidcall.gateway.edge.limits;

import dev.rapidcall.events.WorkspaceId;
import dev.rapidcall.service.identity.Caller;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Bounds what one workspace may ask. The voice agent and providers act in none, so calls go on
 * whatever their customer does; and who is signed in always learns so, for the dashboard throws out
 * whom {@code /api/me} fails.
 */
final class WorkspaceLimitFilter extends OncePerRequestFilter {
  private static final String ME = "/api/me";

  /** Each of them is paid for at a provider. */
  private static final Pattern EXPENSIVE =
      Pattern.compile(
          "/api/tts/preview|/api/agents/generate-prompt|/api/calls/[^/]+/auto-evaluate");

  private final WorkspaceLimits limits;

  WorkspaceLimitFilter(WorkspaceLimits limits) {
    this.limits = limits;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String path = request.getServletPath();
    WorkspaceId workspace = workspace();
    if (workspace != null && !path.equals(ME)) {
      limits.ask(workspace, EXPENSIVE.matcher(path).matches());
    }
    chain.doFilter(request, response);
  }

  private static @Nullable WorkspaceId workspace() {
    Authentication who = SecurityContextHolder.getContext().getAuthentication();
    return who != null && who.getPrincipal() instanceof Caller caller ? caller.workspaceId() : null;
  }
}
