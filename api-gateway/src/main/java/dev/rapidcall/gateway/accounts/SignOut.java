package dev.rapidcall.gateway.accounts;

import org.springframework.stereotype.Component;

/** Ends the session that was shown, or all sessions of its person. */
@Component
final class SignOut {
  private final Sessions sessions;

  SignOut(Sessions sessions) {
    this.sessions = sessions;
  }

  /** An API key has no session to end, and is told so by success. */
  void here(SignedIn who) {
    if (who.isPerson()) {
      sessions.remove(who.session().token());
    }
  }

  void everywhere(SignedIn who) {
    sessions.removeAll(who.session().user().id());
  }
}
