package dev.rapidcall.gateway.accounts;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RestController;

/** Read on every page: it must stay the steadiest and cheapest route there is. */
@RestController
class MeController {
  private final AccountSettings settings;

  MeController(AccountSettings settings) {
    this.settings = settings;
  }

  /** The user is null for an API key. */
  record Me(@Nullable UserView user, WorkspaceView workspace) {}

  /** The user who is signed in and his present workspace. */
  @GetMapping("/api/me")
  Me me(@RequestAttribute(SignedIn.ATTRIBUTE) SignedIn who) {
    User user = who.user();
    return new Me(
        user == null ? null : UserView.of(user), WorkspaceView.of(who.workspace(), settings));
  }
}
