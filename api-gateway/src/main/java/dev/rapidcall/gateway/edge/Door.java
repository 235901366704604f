package dev.rapidcall.gateway.edge;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.web.util.UriUtils;

/** Which credentials a request needs. A path under {@code /api} that is not named needs a user. */
enum Door {
  /** Providers: no browser sends it, so no CORS and no Origin rule. */
  WEBHOOK,
  /** Where a session begins. */
  SIGN_IN,
  /** Everybody. */
  PUBLIC,
  /** The voice agent. */
  AGENT,
  /** A person with a session. */
  USER;

  private static final Set<String> WEBHOOKS =
      Set.of("/api/livekit/webhook", "/api/stripe/webhook", "/api/twilio/inbound");
  private static final Set<String> SIGN_INS = Set.of("/api/auth/login", "/api/auth/register");
  private static final Pattern PLAYBACK = Pattern.compile("/api/calls/[^/]+/recording-playback");
  private static final Pattern METRICS = Pattern.compile("/api/calls/[^/]+/metrics");

  static Door of(HttpServletRequest request) {
    return of(path(request));
  }

  /** As the dispatcher reads it: {@code /api/%69nternal} is {@code /api/internal}. */
  static String path(HttpServletRequest request) {
    return UriUtils.decode(request.getRequestURI(), StandardCharsets.UTF_8);
  }

  static Door of(String path) {
    if (WEBHOOKS.contains(path)) {
      return WEBHOOK;
    }
    if (SIGN_INS.contains(path)) {
      return SIGN_IN;
    }
    if (path.startsWith("/api/internal/") || METRICS.matcher(path).matches()) {
      return AGENT;
    }
    boolean api = path.startsWith("/api/") || path.equals("/api");
    return !api || PLAYBACK.matcher(path).matches() ? PUBLIC : USER;
  }
}
