package dev.rapidcall.gateway.edge;

import dev.rapidcall.service.environment.Secret;
import dev.rapidcall.service.secrets.LiveSecrets;
import jakarta.servlet.http.HttpServletRequest;

/** How the voice agent proves itself. */
final class AgentSecret {
  static final String HEADER = "x-agent-secret";

  private final LiveSecrets<Secret> live;

  AgentSecret(LiveSecrets<Secret> live) {
    this.live = live;
  }

  boolean isShownBy(HttpServletRequest request) {
    String shown = shownBy(request);
    return !shown.isEmpty() && live.accept(secret -> secret.matches(shown));
  }

  /** What is in the header, right or wrong; empty if there is none. */
  static String shownBy(HttpServletRequest request) {
    String shown = request.getHeader(HEADER);
    return shown == null ? "" : shown.trim();
  }
}
