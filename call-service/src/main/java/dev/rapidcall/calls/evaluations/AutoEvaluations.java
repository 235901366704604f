package dev.rapidcall.calls.evaluations;

import dev.rapidcall.calls.lifecycle.Call;
import dev.rapidcall.calls.naming.RandomNames;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what models judged. */
@Repository
class AutoEvaluations {
  private static final String AUTO = "auto";
  private static final int ID_LENGTH = 10;

  private final JdbcClient jdbc;
  private final RandomNames names;
  private final JsonMapper json;
  private final Clock clock;

  AutoEvaluations(JdbcClient jdbc, RandomNames names, JsonMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.names = names;
    this.json = json;
    this.clock = clock;
  }

  /** One that a person asked for. */
  StoredEvaluation add(Call call, Verdict verdict) {
    return add(call, verdict, null);
  }

  /** The one that every call of the agent gets, once. */
  void addOnce(Call call, Verdict verdict) {
    add(call, verdict, AUTO + ":" + call.id());
  }

  private StoredEvaluation add(Call call, Verdict verdict, @Nullable String originKey) {
    Instant now = clock.instant();
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
        .param("call", call.id().value())
        .param("workspace", call.workspaceId().value())
        .param("score", verdict.score())
        .param("source", AUTO)
        .param("notes", verdict.summary())
        .param("details", json.writeValueAsString(verdict.details()))
        .param("origin", originKey)
        .param("now", Timestamp.from(now))
        .update();
    return new StoredEvaluation(
        id,
        call.id().value(),
        call.workspaceId().value(),
        verdict.score(),
        AUTO,
        verdict.summary(),
        verdict.details(),
        now.toEpochMilli(),
        now.toEpochMilli());
  }
}
