package dev.rapidcall.calls.evaluations;

import dev.rapidcall.calls.naming.RandomNames;
import dev.rapidcall.events.CallId;
import dev.rapidcall.events.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The labels on calls, each once per call. */
@Repository
class Labels {
  private static final int ID_LENGTH = 10;

  private final JdbcClient jdbc;
  private final RandomNames names;
  private final Clock clock;

  Labels(JdbcClient jdbc, RandomNames names, Clock clock) {
    this.jdbc = jdbc;
    this.names = names;
    this.clock = clock;
  }

  /** The newest first. */
  List<Label> of(CallId call) {
    return jdbc.sql(
            "select * from call_labels where call_id = :call order by created_at desc, id desc")
        .param("call", call.value())
        .query((row, number) -> label(row))
        .list();
  }

  /** The label on the call, which may have been there already. */
  Label add(WorkspaceId workspace, CallId call, String text) {
    return jdbc.sql(
            """
            insert into call_labels (id, call_id, workspace_id, label, created_at)
            values (:id, :call, :workspace, :label, :now)
            on conflict (call_id, label) do update set label = excluded.label
            returning *
            """)
        .param("id", names.next(ID_LENGTH))
        .param("call", call.value())
        .param("workspace", workspace.value())
        .param("label", text)
        .param("now", Timestamp.from(clock.instant()))
        .query((row, number) -> label(row))
        .single();
  }

  void remove(CallId call, String text) {
    jdbc.sql("delete from call_labels where call_id = :call and label = :label")
        .param("call", call.value())
        .param("label", text)
        .update();
  }

  private static Label label(ResultSet row) throws SQLException {
    return new Label(
        row.getString("id"),
        row.getString("call_id"),
        row.getString("workspace_id"),
        row.getString("label"),
        row.getTimestamp("created_at").getTime());
  }
}
