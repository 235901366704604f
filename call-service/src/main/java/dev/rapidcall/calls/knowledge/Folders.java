package dev.rapidcall.calls.knowledge;

import dev.rapidcall.calls.naming.RandomNames;
import dev.rapidcall.events.WorkspaceId;
import dev.rapidcall.service.errors.ApiException.Invalid;
import dev.rapidcall.service.errors.ApiException.NotFound;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/** The folders of workspaces: trees whose every parent exists and lies in the same workspace. */
@Component
class Folders {
  private static final int ID_LENGTH = 10;

  private final JdbcClient jdbc;
  private final RandomNames names;
  private final Clock clock;

  Folders(JdbcClient jdbc, RandomNames names, Clock clock) {
    this.jdbc = jdbc;
    this.names = names;
    this.clock = clock;
  }

  /** All of a workspace, the newest first. */
  List<Folder> of(WorkspaceId workspace) {
    return jdbc.sql(
            "select * from kb_folders where workspace_id = :workspace order by created_at desc, id desc")
        .param("workspace", workspace.value())
        .query((row, number) -> folder(row))
        .list();
  }

  @Transactional
  Folder add(WorkspaceId workspace, @Nullable JsonNode body) {
    Map<String, @Nullable Object> input = KnowledgeRules.folder(body, true);
    holdParent(workspace, input.get("parentId"));
    Instant now = clock.instant();
    return jdbc.sql(
            """
            insert into kb_folders (id, workspace_id, name, parent_id, created_at, updated_at)
            values (:id, :workspace, :name, :parent::text, :now, :now) returning *
            """)
        .param("id", names.next(ID_LENGTH))
        .param("workspace", workspace.value())
        .param("name", input.get("name"))
        .param("parent", input.get("parentId"))
        .param("now", Timestamp.from(now))
        .query((row, number) -> folder(row))
        .single();
  }

  /** Changes what the input names: a parent that is not named stays. */
  @Transactional
  Folder change(WorkspaceId workspace, String id, @Nullable JsonNode body) {
    Map<String, @Nullable Object> input = KnowledgeRules.folder(body, false);
    hold(workspace, id);
    boolean moves = input.containsKey("parentId");
    if (moves) {
      holdTree(workspace);
      holdParent(workspace, input.get("parentId"));
      refuseCircle(id, input.get("parentId"));
    }
    return jdbc.sql(
            """
            update kb_folders
            set name = coalesce(:name::text, name),
                parent_id = case when :moves then :parent::text else parent_id end, updated_at = :now
            where id = :id returning *
            """)
        .param("id", id)
        .param("name", input.get("name"))
        .param("moves", moves)
        .param("parent", input.get("parentId"))
        .param("now", Timestamp.from(clock.instant()))
        .query((row, number) -> folder(row))
        .single();
  }

  /** Removes a folder with all that is in it, further folders included. */
  void remove(WorkspaceId workspace, String id) {
    int removed =
        jdbc.sql("delete from kb_folders where workspace_id = :workspace and id = :id")
            .param("workspace", workspace.value())
            .param("id", id)
            .update();
    if (removed == 0) {
      throw new NotFound("Folder not found");
    }
  }

  /** Whether a workspace has this folder. */
  boolean contains(WorkspaceId workspace, String id) {
    return jdbc.sql(
            "select exists (select 1 from kb_folders where workspace_id = :workspace and id = :id)")
        .param("workspace", workspace.value())
        .param("id", id)
        .query(Boolean.class)
        .single();
  }

  /**
   * Keeps a folder from being removed until the transaction is over.
   *
   * @throws NotFound if the workspace has no such folder
   */
  void hold(WorkspaceId workspace, String id) {
    if (!held(workspace, id)) {
      throw new NotFound("Folder not found");
    }
  }

  private void holdParent(WorkspaceId workspace, @Nullable Object parent) {
    if (parent instanceof String id && !held(workspace, id)) {
      throw new NotFound("Parent folder not found");
    }
  }

  private boolean held(WorkspaceId workspace, String id) {
    return jdbc.sql(
            "select id from kb_folders where workspace_id = :workspace and id = :id for key share")
        .param("workspace", workspace.value())
        .param("id", id)
        .query(String.class)
        .optional()
        .isPresent();
  }

  /** One move at a time: two that are right each by itself could close a circle together. */
  private void holdTree(WorkspaceId workspace) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended('kb_folders:' || :workspace, 0))")
        .param("workspace", workspace.value())
        .query((row, number) -> true)
        .single();
  }

  private void refuseCircle(String id, @Nullable Object parent) {
    boolean isBelow =
        jdbc.sql(
                """
                with recursive upwards as (
                  select id, parent_id from kb_folders where id = :parent::text
                  union select f.id, f.parent_id from kb_folders f join upwards u on f.id = u.parent_id)
                select exists (select 1 from upwards where id = :id)
                """)
            .param("id", id)
            .param("parent", parent)
            .query(Boolean.class)
            .single();
    if (isBelow) {
      throw Invalid.field("parentId", "must not be the folder itself or one inside it");
    }
  }

  private static Folder folder(ResultSet row) throws SQLException {
    return new Folder(
        row.getString("id"),
        row.getString("workspace_id"),
        row.getString("name"),
        row.getString("parent_id"),
        row.getTimestamp("created_at").getTime(),
        row.getTimestamp("updated_at").getTime());
  }
}
