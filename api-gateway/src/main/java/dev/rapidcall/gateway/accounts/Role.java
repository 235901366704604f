package dev.rapidcall.gateway.accounts;

import dev.rapidcall.service.identity.Scope;
import java.util.Locale;
import java.util.Set;

/** What a person is in a workspace. */
enum Role {
  OWNER(Scope.READ, Scope.WRITE, Scope.ADMIN),
  MEMBER(Scope.READ, Scope.WRITE),
  VIEWER(Scope.READ);

  /** What a role looks like in a request. */
  static final String WORD = "owner|member|viewer";

  private final Set<String> scopes;

  Role(String... scopes) {
    this.scopes = Set.of(scopes);
  }

  static Role named(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  Set<String> scopes() {
    return scopes;
  }
}
