package dev.rapidcall.gateway.edge;

import dev.rapidcall.service.identity.Caller;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/**
 * Lets in who is known and has the right that the request needs. The voice agent has all rights
 * behind its own door, and no other way in.
 */
final class RightsRule implements AuthorizationManager<RequestAuthorizationContext> {

  @Override
  public AuthorizationDecision authorize(
      Supplier<? extends @Nullable Authentication> who, RequestAuthorizationContext context) {
    Authentication known = who.get();
    return new AuthorizationDecision(
        known != null
            && known.getPrincipal() instanceof Caller caller
            && mayDo(caller, context.getRequest()));
  }

  static String missing(HttpServletRequest request) {
    return "This needs the right \"" + RequiredScope.of(request).scope() + "\" in the workspace";
  }

  private static boolean mayDo(Caller caller, HttpServletRequest request) {
    if (Door.of(request) == Door.AGENT) {
      return true;
    }
    String scope = RequiredScope.of(request).scope();
    return scope == null || caller.has(scope);
  }
}
