package dev.rapidcall.calls.webhooks.delivery;

import dev.rapidcall.calls.naming.RandomNames;
import dev.rapidcall.events.WorkspaceId;
import dev.rapidcall.service.environment.Secret;
import dev.rapidcall.service.errors.ApiException.Conflict;
import dev.rapidcall.service.errors.ApiException.NotFound;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The secrets by which customers know us: one per workspace, two while it is being changed. The
 * first is made when it is first needed; nobody knows it, so the first rotation replaces it.
 */
@Repository
class SigningSecrets {
  private static final int ID_LENGTH = 10;
  private static final int MOST = 2;

  private final JdbcClient jdbc;
  private final RandomNames names;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  SigningSecrets(JdbcClient jdbc, RandomNames names, Clock clock) {
    this.jdbc = jdbc;
    this.names = names;
    this.clock = clock;
  }

  /** Those that sign, the newest first; at least one. */
  @Transactional
  List<SigningSecret> of(WorkspaceId workspace) {
    List<SigningSecret> found = find(workspace);
    if (!found.isEmpty()) {
      return found;
    }
    lock(workspace);
    List<SigningSecret> made = find(workspace);
    return made.isEmpty() ? List.of(add(workspace, false)) : made;
  }

  /** A new one, to be shown once. The one before it signs too until it is removed. */
  @Transactional
  SigningSecret rotate(WorkspaceId workspace) {
    lock(workspace);
    jdbc.sql("delete from webhook_secrets where workspace_id = :workspace and not shown")
        .param("workspace", workspace.value())
        .update();
    if (find(workspace).size() >= MOST) {
      throw new Conflict("Two secrets sign already. Remove the older one first.", Map.of());
    }
    return add(workspace, true);
  }

  /** Ends the life of one; the last one stays. */
  @Transactional
  void remove(WorkspaceId workspace, String id) {
    lock(workspace);
    List<SigningSecret> found = find(workspace);
    if (found.stream().noneMatch(secret -> secret.id().equals(id))) {
      throw new NotFound("Secret not found");
    }
    if (found.size() == 1) {
      throw new Conflict("The only secret cannot be removed. Rotate first.", Map.of());
    }
    jdbc.sql("delete from webhook_secrets where id = :id").param("id", id).update();
  }

  private List<SigningSecret> find(WorkspaceId workspace) {
    return jdbc.sql(
            """
            select * from webhook_secrets where workspace_id = :workspace
            order by created_at desc, id
            """)
        .param("workspace", workspace.value())
        .query(
            (row, number) ->
                new SigningSecret(
                    row.getString("id"),
                    new Secret(row.getString("secret")),
                    row.getBoolean("shown"),
                    row.getTimestamp("created_at").toInstant()))
        .list();
  }

  private SigningSecret add(WorkspaceId workspace, boolean shown) {
    SigningSecret secret =
        new SigningSecret(
            names.next(ID_LENGTH),
            SigningSecret.random(random),
            shown,
            clock.instant().truncatedTo(ChronoUnit.MILLIS));
    jdbc.sql(
            """
            insert into webhook_secrets (id, workspace_id, secret, shown, created_at)
            values (:id, :workspace, :secret, :shown, :now)
            """)
        .param("id", secret.id())
        .param("workspace", workspace.value())
        .param("secret", secret.value().value())
        .param("shown", shown)
        .param("now", Timestamp.from(secret.createdAt()))
        .update();
    return secret;
  }

  private void lock(WorkspaceId workspace) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:name, 0))")
        .param("name", "webhook-secrets:" + workspace)
        .query((row, number) -> true)
        .single();
  }
}
