package dev.rapidcall.service.identity;

import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;

/** Who asks, as the security chain found out. */
public final class CurrentCaller {

  private CurrentCaller() {}

  /** Empty outside of a request and for who showed nothing. */
  public static Optional<Caller> find() {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    Object principal = authentication == null ? null : authentication.getPrincipal();
    if (principal instanceof Caller caller) {
      return Optional.of(caller);
    }
    return principal instanceof Jwt token ? Optional.of(Caller.of(token)) : Optional.empty();
  }
}
