package dev.rapidcall.gateway.accounts;

import dev.rapidcall.events.WorkspaceId;
import dev.rapidcall.service.errors.ApiException.Conflict;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Opens a workspace for an address, for seven days. */
@Component
final class InviteMember {
  static final Duration LIFETIME = Duration.ofDays(7);
  private static final int ID_LENGTH = 12;

  private final Invitations invitations;
  private final Members members;
  private final RandomTexts random;
  private final Clock clock;

  InviteMember(Invitations invitations, Members members, RandomTexts random, Clock clock) {
    this.invitations = invitations;
    this.members = members;
    this.random = random;
    this.clock = clock;
  }

  /** The token is told here and never again. */
  record Invited(Invitation invitation, InvitationToken token) {}

  Invited to(WorkspaceId workspace, String givenEmail, Role role) {
    String email = givenEmail.toLowerCase(Locale.ROOT);
    if (members.hasAddress(workspace, email)) {
      throw new Conflict("Already a member", Map.of());
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    InvitationToken token = InvitationToken.fresh(random);
    Invitation invitation =
        new Invitation(
            random.alphanumeric(ID_LENGTH), workspace, email, role, now, now.plus(LIFETIME));
    invitations.put(invitation, token);
    return new Invited(invitation, token);
  }
}
