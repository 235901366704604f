package dev.rapidcall.gateway.accounts;

import static dev.rapidcall.gateway.accounts.Rows.instant;
import static dev.rapidcall.gateway.accounts.Rows.instantOrNull;
import static dev.rapidcall.gateway.accounts.Rows.utc;

import dev.rapidcall.events.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** API keys, by the hash of the key. */
@Component
final class ApiKeys {
  private static final String COLUMNS =
      "k.id, k.name, k.key_prefix, k.scopes, k.created_by, k.parent_id, k.created_at, k.expires_at,"
          + " k.last_used_at";

  private final JdbcClient sql;

  ApiKeys(JdbcClient sql) {
    this.sql = sql;
  }

  /** A key that holds, and the workspace it opens. */
  record Found(ApiKey key, Workspace workspace) {}

  void add(ApiKey key, WorkspaceId workspace, RawKey raw) {
    sql.sql(
            """
            INSERT INTO api_keys (id, workspace_id, name, key_prefix, key_hash, scopes, created_by,
                                  parent_id, created_at, expires_at)
            VALUES (:id, :workspace, :name, :prefix, :hash, :scopes, :createdBy, :parent, :now,
                    :until)
            """)
        .param("id", key.id())
        .param("workspace", workspace.value())
        .param("name", key.name())
        .param("prefix", key.prefix())
        .param("hash", raw.hash())
        .param("scopes", words(key.scopes()))
        .param("createdBy", key.createdBy())
        .param("parent", key.parentId())
        .param("now", utc(key.createdAt()))
        .param("until", key.expiresAt() == null ? null : utc(key.expiresAt()))
        .update();
  }

  /** Newest first. */
  List<ApiKey> of(WorkspaceId workspace) {
    return sql.sql(
            "SELECT "
                + COLUMNS
                + " FROM api_keys k WHERE workspace_id = :workspace ORDER BY created_at DESC, id")
        .param("workspace", workspace.value())
        .query(ApiKeys::key)
        .list();
  }

  /** Those that a person made, himself or by a key. */
  List<ApiKey> madeBy(String person, WorkspaceId workspace) {
    return sql.sql(
            "SELECT "
                + COLUMNS
                + " FROM api_keys k WHERE workspace_id = :workspace AND created_by = :person")
        .param("workspace", workspace.value())
        .param("person", person)
        .query(ApiKeys::key)
        .list();
  }

  /** From now on a key may do this and nothing else. */
  void limit(String id, Set<String> scopes) {
    sql.sql("UPDATE api_keys SET scopes = :scopes WHERE id = :id")
        .param("id", id)
        .param("scopes", words(scopes))
        .update();
  }

  /** What a key may do; empty when it is gone. Until the transaction ends it does not go. */
  Optional<Set<String>> lockScopes(String id) {
    return sql.sql("SELECT scopes FROM api_keys WHERE id = :id FOR KEY SHARE")
        .param("id", id)
        .query((row, i) -> scopes(row))
        .optional();
  }

  /** False when the workspace has no such key. With it go the keys that it made. */
  boolean remove(String id, WorkspaceId workspace) {
    return sql.sql("DELETE FROM api_keys WHERE id = :id AND workspace_id = :workspace")
            .param("id", id)
            .param("workspace", workspace.value())
            .update()
        == 1;
  }

  /** The key and its workspace in one query: it runs for every request. */
  Optional<Found> find(RawKey raw, Instant now) {
    return sql.sql(
            """
            SELECT %s, %s
            FROM api_keys k JOIN workspaces w ON w.id = k.workspace_id
            WHERE k.key_hash = :hash AND (k.expires_at IS NULL OR k.expires_at > :now)
            """
                .formatted(COLUMNS, Rows.WORKSPACE))
        .param("hash", raw.hash())
        .param("now", utc(now))
        .query((row, i) -> new Found(key(row, i), Rows.workspace(row, i)))
        .optional();
  }

  /** Says that a key was used, unless somebody said so since a time. */
  void use(ApiKey key, Instant now, Instant saidBefore) {
    sql.sql(
            """
            UPDATE api_keys SET last_used_at = :now
            WHERE id = :id AND (last_used_at IS NULL OR last_used_at <= :before)
            """)
        .param("id", key.id())
        .param("now", utc(now))
        .param("before", utc(saidBefore))
        .update();
  }

  private static ApiKey key(ResultSet row, int number) throws SQLException {
    return new ApiKey(
        row.getString("id"),
        row.getString("name"),
        row.getString("key_prefix"),
        scopes(row),
        row.getString("created_by"),
        row.getString("parent_id"),
        instant(row, "created_at"),
        instantOrNull(row, "expires_at"),
        instantOrNull(row, "last_used_at"));
  }

  private static Set<String> scopes(ResultSet row) throws SQLException {
    return Set.of(row.getString("scopes").split(" ", -1));
  }

  private static String words(Set<String> scopes) {
    return String.join(" ", new TreeSet<>(scopes));
  }
}
