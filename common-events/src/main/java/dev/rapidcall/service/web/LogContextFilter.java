package dev.rapidcall.service.web;

import dev.rapidcall.events.WorkspaceId;
import dev.rapidcall.service.identity.Caller;
import dev.rapidcall.service.identity.CurrentCaller;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;

/** Inside the security chain: from here on every line says whose request it belongs to. */
final class LogContextFilter extends OncePerRequestFilter {
  private static final String WORKSPACE = "workspaceId";
  private static final String CALL = "callId";

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<Caller> caller = CurrentCaller.find();
    caller.ifPresent(who -> RequestFacts.isFrom(request, who));
    WorkspaceId workspace = caller.map(Caller::workspaceId).orElse(null);
    String call = RequestFacts.callId(request);
    if (workspace != null) {
      MDC.put(WORKSPACE, workspace.value());
    }
    if (call != null) {
      MDC.put(CALL, call);
    }
    try {
      chain.doFilter(request, response);
    } finally {
      MDC.remove(WORKSPACE);
      MDC.remove(CALL);
    }
  }
}
