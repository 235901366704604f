package dev.rapidcall.gateway.accounts;

import dev.rapidcall.service.errors.ApiException.Forbidden;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds out whom a token belongs to. */
@Component
public class Identify {
  /** The cookie that carries a session's token when no header does. */
  public static final String COOKIE = "auth_token";

  private final FindSession sessions;
  private final FindApiKey keys;

  Identify(FindSession sessions, FindApiKey keys) {
    this.sessions = sessions;
    this.keys = keys;
  }

  /** Whether a token looks like an API key; it need not be one that holds. */
  public static boolean isApiKey(String token) {
    return token.startsWith(RawKey.START);
  }

  /**
   * Empty for a token that opens nothing, or nothing any longer.
   *
   * @param workspace the one that the request names, if it does
   * @throws Forbidden if the token does not open that workspace
   */
  public Optional<SignedIn> by(String token, @Nullable String workspace) {
    return isApiKey(token)
        ? keys.by(new RawKey(token), workspace)
        : sessions.by(new SessionToken(token), workspace);
  }
}
