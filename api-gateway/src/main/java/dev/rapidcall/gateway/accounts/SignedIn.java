package dev.rapidcall.gateway.accounts;

import dev.rapidcall.service.identity.Caller;

/** Whom a valid session belongs to. */
public final class SignedIn {
  /** Where the edge leaves it in the request for controllers of this feature. */
  public static final String ATTRIBUTE = "dev.rapidcall.gateway.accounts.SignedIn";

  private final User user;
  private final Workspace workspace;
  private final SessionToken token;

  SignedIn(User user, Workspace workspace, SessionToken token) {
    this.user = user;
    this.workspace = workspace;
    this.token = token;
  }

  /** The person as the services see him. */
  public Caller caller() {
    return Caller.user(user.id().value(), workspace.id());
  }

  User user() {
    return user;
  }

  Workspace workspace() {
    return workspace;
  }

  SessionToken token() {
    return token;
  }
}
