package dev.rapidcall.calls.knowledge;

import dev.rapidcall.events.WorkspaceId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Where a call's agent may look things up. */
@Repository
class KnowledgeOfCalls {
  private static final TypeReference<List<String>> IDS = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JsonMapper json;

  KnowledgeOfCalls(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  record Knowledge(WorkspaceId workspace, List<String> folders) {}

  Optional<Knowledge> find(String call) {
    return jdbc.sql(
            """
            select c.workspace_id, a.settings -> 'knowledgeFolderIds' as folders
            from calls c
            left join agents a on a.id = c.agent_id and a.workspace_id = c.workspace_id
            where c.id = :call
            """)
        .param("call", call)
        .query(
            (row, number) ->
                new Knowledge(
                    new WorkspaceId(row.getString("workspace_id")),
                    folders(row.getString("folders"))))
        .optional();
  }

  private List<String> folders(@Nullable String ids) {
    return ids == null ? List.of() : json.readValue(ids, IDS);
  }
}
