package dev.rapidcall.gateway.accounts;

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

  record Me(UserView user, WorkspaceView workspace) {}

  @GetMapping("/api/me")
  Me me(@RequestAttribute(SignedIn.ATTRIBUTE) SignedIn who) {
    return new Me(UserView.of(who.user()), WorkspaceView.of(who.workspace(), settings));
  }
}
