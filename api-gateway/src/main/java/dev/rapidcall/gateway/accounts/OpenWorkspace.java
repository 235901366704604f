package dev.rapidcall.gateway.accounts;

import dev.rapidcall.events.WorkspaceId;
import dev.rapidcall.service.errors.ApiException.Conflict;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes a workspace with its first owner. */
@Component
final class OpenWorkspace {
  private static final int ID_LENGTH = 10;

  private final Workspaces workspaces;
  private final Members members;
  private final Users users;
  private final RandomTexts random;
  private final TransactionTemplate transaction;
  private final int mostPerPerson;
  private final Clock clock;

  OpenWorkspace(
      Workspaces workspaces,
      Members members,
      Users users,
      RandomTexts random,
      TransactionTemplate transaction,
      AccountSettings settings,
      Clock clock) {
    this.workspaces = workspaces;
    this.members = members;
    this.users = users;
    this.random = random;
    this.transaction = transaction;
    this.mostPerPerson = settings.workspacesPerPerson();
    this.clock = clock;
  }

  /** The one that every person has from the beginning. */
  Workspace firstOf(UserId owner, String name, String email) {
    return transaction.execute(
        status -> add((name.isBlank() ? email : name) + " workspace", owner));
  }

  /** One more, up to the number that a person may own. */
  Workspace named(String name, UserId owner) {
    return transaction.execute(
        status -> {
          users.lock(owner);
          if (workspaces.ownedBy(owner) >= mostPerPerson) {
            throw new Conflict("A person may own " + mostPerPerson + " workspaces", Map.of());
          }
          return add(name, owner);
        });
  }

  private Workspace add(String name, UserId owner) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    WorkspaceId id = new WorkspaceId(random.alphanumeric(ID_LENGTH));
    Workspace workspace = new Workspace(id, name, owner, now, now);
    workspaces.add(workspace);
    members.add(id, owner, Role.OWNER, now);
    return workspace;
  }
}
