package dev.rapidcall.service.identity;

import dev.rapidcall.events.WorkspaceId;
import dev.rapidcall.service.errors.ApiException.Forbidden;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Who asks. Controllers take it as an argument.
 *
 * @param subject a user's id, {@code api-key:<id>}, {@code agent} or {@code public}
 * @param workspaceId null for the voice agent and the public
 * @param scopes of {@link Scope}
 */
public record Caller(String subject, @Nullable WorkspaceId workspaceId, Set<String> scopes) {
  static final String WORKSPACE_CLAIM = "workspace_id";
  static final String SCOPE_CLAIM = "scope";

  /** Copies the scopes. */
  public Caller {
    scopes = Set.copyOf(scopes);
  }

  /** A person in a workspace, with every right there. */
  public static Caller user(String userId, WorkspaceId workspaceId) {
    return new Caller(userId, workspaceId, Set.of(Scope.READ, Scope.WRITE, Scope.ADMIN));
  }

  /** The voice agent. */
  public static Caller agent() {
    return new Caller("agent", null, Set.of(Scope.AGENT));
  }

  /** Somebody who showed nothing. */
  public static Caller anybody() {
    return new Caller("public", null, Set.of(Scope.PUBLIC));
  }

  /** Who a checked token speaks for. */
  public static Caller of(Jwt token) {
    String workspace = token.getClaimAsString(WORKSPACE_CLAIM);
    String scopes = token.getClaimAsString(SCOPE_CLAIM);
    return new Caller(
        Objects.requireNonNullElse(token.getSubject(), "unknown"),
        workspace == null ? null : new WorkspaceId(workspace),
        scopes == null || scopes.isBlank() ? Set.of() : Set.of(scopes.trim().split("\\s+")));
  }

  /** Whether the caller has a scope. */
  public boolean has(String scope) {
    return scopes.contains(scope);
  }

  /**
   * The workspace that the caller acts in.
   *
   * @throws Forbidden if the caller acts in none
   */
  public WorkspaceId workspace() {
    if (workspaceId == null) {
      throw new Forbidden("Not allowed for this caller");
    }
    return workspaceId;
  }
}
