package dev.rapidcall.gateway.accounts;

import org.springframework.stereotype.Component;

/** Ends the session that was shown; others of the same person stay. */
@Component
final class SignOut {
  private final Sessions sessions;

  SignOut(Sessions sessions) {
    this.sessions = sessions;
  }

  void of(SignedIn who) {
    sessions.remove(who.token());
  }
}
