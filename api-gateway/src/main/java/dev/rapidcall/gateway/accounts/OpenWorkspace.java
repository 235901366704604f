package dev.rapidcall.gateway.accounts;

import dev.rapidcall.events.WorkspaceId;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes a workspace with its first owner. */
@Component
final class OpenWorkspace {
  private static final int ID_LENGTH = 10;

  private final Workspaces workspaces;
  private final Members members;
  private final RandomTexts random;
  private final TransactionTemplate transaction;
  private final Clock clock;

  OpenWorkspace(
      Workspaces workspaces,
      Members members,
      RandomTexts random,
      TransactionTemplate transaction,
      Clock clock) {
    this.workspaces = workspaces;
    this.members = members;
    this.random = random;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** The one that every person has from the beginning. */
  Workspace firstOf(UserId owner, String name, String email) {
    return named((name.isBlank() ? email : name) + " workspace", owner);
  }

  Workspace named(String name, UserId owner) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    WorkspaceId id = new WorkspaceId(random.alphanumeric(ID_LENGTH));
    Workspace workspace = new Workspace(id, name, owner, now, now);
    transaction.executeWithoutResult(
        status -> {
          workspaces.add(workspace);
          members.add(id, owner, Role.OWNER, now);
        });
    return workspace;
  }
}
