package dev.rapidcall.gateway.accounts;

import dev.rapidcall.service.idempotency.OncePerKey;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class AcceptController {
  private final AcceptInvitation accept;
  private final AccountSettings settings;

  AcceptController(AcceptInvitation accept, AccountSettings settings) {
    this.accept = accept;
    this.settings = settings;
  }

  record Body(
      @NotNull(message = "Required")
          @Size(min = 1, max = 200, message = "Must have 1 to 200 characters")
          String token) {}

  record Joined(WorkspaceView workspace) {}

  /** Joins the workspace that an invitation names. */
  @OncePerKey
  @PostMapping("/api/invitations/accept")
  Joined accept(@RequestAttribute(SignedIn.ATTRIBUTE) SignedIn who, @Valid @RequestBody Body body) {
    Workspace joined = accept.by(who.session().user(), new InvitationToken(body.token()));
    return new Joined(WorkspaceView.of(joined, settings));
  }
}
