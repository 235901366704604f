package dev.rapidcall.gateway.accounts;

import dev.rapidcall.service.errors.ApiException.Forbidden;
import dev.rapidcall.service.identity.Caller;
import org.jspecify.annotations.Nullable;

/** Whom valid credentials belong to: a person with a session, or an API key of a workspace. */
public final class SignedIn {
  /** Where the edge leaves it in the request for controllers of this feature. */
  public static final String ATTRIBUTE = "dev.rapidcall.gateway.accounts.SignedIn";

  private final Caller caller;
  private final Workspace workspace;
  private final @Nullable Session session;
  private final @Nullable ApiKey key;

  private SignedIn(
      Caller caller, Workspace workspace, @Nullable Session session, @Nullable ApiKey key) {
    this.caller = caller;
    this.workspace = workspace;
    this.session = session;
    this.key = key;
  }

  static SignedIn person(Session session, Membership in) {
    Workspace workspace = in.workspace();
    return new SignedIn(
        new Caller(session.user().id().value(), workspace.id(), in.role().scopes()),
        workspace,
        session,
        null);
  }

  static SignedIn key(ApiKey key, Workspace workspace) {
    return new SignedIn(
        new Caller("api-key:" + key.id(), workspace.id(), key.scopes()), workspace, null, key);
  }

  /** Who it is for the services. */
  public Caller caller() {
    return caller;
  }

  /** Whether this is the CSRF token of the session; an API key has none. */
  public boolean hasCsrfToken(@Nullable String shown) {
    return session != null && session.token().csrf().matches(shown);
  }

  Workspace workspace() {
    return workspace;
  }

  @Nullable User user() {
    return session == null ? null : session.user();
  }

  @Nullable ApiKey key() {
    return key;
  }

  /** The person who answers for what is done: of a key he who made it, or made its maker. */
  String person() {
    return key == null ? caller.subject() : key.createdBy();
  }

  boolean isPerson() {
    return session != null;
  }

  /**
   * The session of a person.
   *
   * @throws Forbidden for an API key
   */
  Session session() {
    if (session == null) {
      throw new Forbidden("Only for people, not for API keys");
    }
    return session;
  }
}
