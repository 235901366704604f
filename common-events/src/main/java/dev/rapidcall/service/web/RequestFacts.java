package dev.rapidcall.service.web;

import dev.rapidcall.service.identity.Caller;
import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is known of a request while it is served, for its lines in the log. */
final class RequestFacts {
  private static final String CALLER = RequestFacts.class.getName() + ".caller";
  private static final Pattern OF_A_CALL =
      Pattern.compile("/api/(?:internal/)?calls/([A-Za-z0-9_-]{1,64})(?:/.*)?");

  private RequestFacts() {}

  static void isFrom(HttpServletRequest request, Caller caller) {
    request.setAttribute(CALLER, caller);
  }

  static @Nullable Caller caller(HttpServletRequest request) {
    return (Caller) request.getAttribute(CALLER);
  }

  static @Nullable String callId(HttpServletRequest request) {
    Matcher path = OF_A_CALL.matcher(request.getRequestURI());
    return path.matches() ? path.group(1) : null;
  }
}
