package dev.rapidcall.calls.importing;

import dev.rapidcall.calls.importing.Fate.Created;
import dev.rapidcall.calls.importing.Fate.Refused;
import dev.rapidcall.calls.importing.Fate.Updated;
import dev.rapidcall.events.WorkspaceId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows that have an id of the file already: only those that were imported may be changed. */
final class KnownRows {
  private final Map<String, Row> rows;
  private final WorkspaceId workspace;

  private KnownRows(Map<String, Row> rows, WorkspaceId workspace) {
    this.rows = rows;
    this.workspace = workspace;
  }

  private record Row(String id, String workspaceId, boolean imported, boolean changed) {}

  /**
   * Looks them up and holds them.
   *
   * @param sql gives id, workspace_id, imported and changed for an array of ids
   */
  static KnownRows lock(
      JdbcClient jdbc, String sql, WorkspaceId workspace, List<? extends Entry> entries) {
    Map<String, Row> rows =
        jdbc
            .sql(sql)
            .param("ids", entries.stream().map(Entry::id).distinct().toArray(String[]::new))
            .query(Row.class)
            .list()
            .stream()
            .collect(Collectors.toMap(Row::id, Function.identity()));
    return new KnownRows(rows, workspace);
  }

  Fate fate(Entry entry) {
    @Nullable Row row = rows.get(entry.id());
    if (row == null) {
      return new Created();
    }
    if (!row.workspaceId().equals(workspace.value())) {
      return new Refused("this id belongs to another workspace");
    }
    if (!row.imported()) {
      return new Refused("this id was made here and not imported");
    }
    return row.changed() ? new Refused("it was changed here after it was imported") : new Updated();
  }
}
