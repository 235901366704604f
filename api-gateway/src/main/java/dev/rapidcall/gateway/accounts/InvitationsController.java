package dev.rapidcall.gateway.accounts;

import dev.rapidcall.service.errors.ApiException.NotFound;
import dev.rapidcall.service.idempotency.OncePerKey;
import dev.rapidcall.service.web.Ok;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/workspaces/{id}/invitations")
class InvitationsController {
  private final Invitations invitations;
  private final InviteMember invite;
  private final Clock clock;

  InvitationsController(Invitations invitations, InviteMember invite, Clock clock) {
    this.invitations = invitations;
    this.invite = invite;
    this.clock = clock;
  }

  record Body(
      @NotNull(message = "Required")
          @Size(max = 200, message = "Must have at most 200 characters")
          @Email(regexp = Patterns.ADDRESS, message = "Invalid email")
          String email,
      @NotNull(message = "Required")
          @Pattern(regexp = Role.WORD, message = "Must be owner, member or viewer")
          String role) {}

  record View(String id, String email, String role, Instant createdAt, Instant expiresAt) {
    static View of(Invitation invitation) {
      return new View(
          invitation.id(),
          invitation.email(),
          invitation.role().word(),
          invitation.createdAt(),
          invitation.expiresAt());
    }
  }

  record NewView(String id, String email, String role, Instant expiresAt, String token) {}

  record All(List<View> invitations) {}

  record One(NewView invitation) {}

  /** The open invitations to a workspace. */
  @GetMapping
  All list(@RequestAttribute(SignedIn.ATTRIBUTE) SignedIn who, @PathVariable String id) {
    return new All(
        invitations.of(OwnWorkspace.named(id, who), clock.instant()).stream()
            .map(View::of)
            .toList());
  }

  /** Invites an address to a workspace; the token is shown this once. */
  @OncePerKey
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  One invite(
      @RequestAttribute(SignedIn.ATTRIBUTE) SignedIn who,
      @PathVariable String id,
      @Valid @RequestBody Body body) {
    OwnWorkspace.named(id, who);
    InviteMember.Invited invited = invite.to(who, body.email(), Role.named(body.role()));
    Invitation it = invited.invitation();
    return new One(
        new NewView(
            it.id(), it.email(), it.role().word(), it.expiresAt(), invited.token().value()));
  }

  /** Takes an invitation back. */
  @DeleteMapping("/{invitationId}")
  Ok withdraw(
      @RequestAttribute(SignedIn.ATTRIBUTE) SignedIn who,
      @PathVariable String id,
      @PathVariable String invitationId) {
    if (!invitations.remove(invitationId, OwnWorkspace.named(id, who))) {
      throw new NotFound("Invitation not found");
    }
    return Ok.DONE;
  }
}
