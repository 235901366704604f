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
import org.springframework.transaction.support.TransactionTemplate;

/** Opens a workspace for an address, for seven days, with no more rights than the host has. */
@Component
final class InviteMember {
  static final Duration LIFETIME = Duration.ofDays(7);
  private static final int ID_LENGTH = 12;

  private final Invitations invitations;
  private final Members members;
  private final CurrentRights rights;
  private final RandomTexts random;
  private final TransactionTemplate transaction;
  private final Clock clock;

  InviteMember(
      Invitations invitations,
      Members members,
      CurrentRights rights,
      RandomTexts random,
      TransactionTemplate transaction,
      Clock clock) {
    this.invitations = invitations;
    this.members = members;
    this.rights = rights;
    this.random = random;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** The token is told here and never again. */
  record Invited(Invitation invitation, InvitationToken token) {}

  Invited to(SignedIn host, String givenEmail, Role role) {
    WorkspaceId workspace = host.workspace().id();
    String email = givenEmail.toLowerCase(Locale.ROOT);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    InvitationToken token = InvitationToken.fresh(random);
    Invitation invitation =
        new Invitation(
            random.alphanumeric(ID_LENGTH), workspace, email, role, now, now.plus(LIFETIME));
    transaction.executeWithoutResult(
        status -> {
          rights.lockToGive(role, host);
          if (members.hasAddress(workspace, email)) {
            throw new Conflict("Already a member", Map.of());
          }
          invitations.put(invitation, token, host.person());
        });
    return new Invited(invitation, token);
  }
}
