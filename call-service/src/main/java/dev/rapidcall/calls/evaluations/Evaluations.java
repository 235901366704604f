package dev.rapidcall.calls.evaluations;

import dev.rapidcall.calls.naming.RandomNames;
import dev.rapidcall.events.CallId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The verdicts on calls. */
@Repository
public class Evaluations {
  private static final int ID_LENGTH = 10;
  private static final TypeReference<Map<String, @Nullable Object>> DETAILS =
      new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final RandomNames names;
  private final Clock clock;
  private final JsonMapper json;

  Evaluations(JdbcClient jdbc, RandomNames names, Clock clock, JsonMapper json) {
    this.jdbc = jdbc;
    this.names = names;
    this.clock = clock;
    this.json = json;
  }

  /** The newest first. */
  public List<Evaluation> of(CallId call) {
    return jdbc.sql(
            "select * from call_evaluations where call_id = :call order by created_at desc, id desc")
        .param("call", call.value())
        .query((row, number) -> evaluation(row))
        .list();
  }

  /** Keeps a verdict on a call that exists; where its origin made one before, that one stays. */
  public Evaluation add(NewEvaluation verdict) {
    String id = names.next(ID_LENGTH);
    jdbc.sql(
            """
            insert into call_evaluations (id, call_id, workspace_id, score, source, notes, details,
                                          origin_key, created_at, updated_at)
            values (:id, :call, :workspace, :score, :source, :notes, :details::jsonb,
                    :origin, :now, :now)
            on conflict (origin_key) do nothing
            """)
        .param("id", id)
        .param("call", verdict.call().value())
        .param("workspace", verdict.workspace().value())
        .param("score", verdict.score())
        .param("source", verdict.source())
        .param("notes", verdict.notes())
        .param("details", json.writeValueAsString(verdict.details()))
        .param("origin", verdict.originKey())
        .param("now", Timestamp.from(clock.instant()))
        .update();
    return jdbc.sql("select * from call_evaluations where id = :id or origin_key = :origin")
        .param("id", id)
        .param("origin", verdict.originKey())
        .query((row, number) -> evaluation(row))
        .single();
  }

  private Evaluation evaluation(ResultSet row) throws SQLException {
    return new Evaluation(
        row.getString("id"),
        row.getString("call_id"),
        row.getString("workspace_id"),
        row.getInt("score"),
        row.getString("source"),
        row.getString("notes"),
        json.readValue(row.getString("details"), DETAILS),
        row.getTimestamp("created_at").getTime(),
        row.getTimestamp("updated_at").getTime());
  }
}
