package dev.rapidcall.calls.analysis;

import dev.rapidcall.events.CallId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The analyses of calls, kept once they are settled. */
@Repository
public class CallAnalyses {
  private static final TypeReference<List<Map<String, @Nullable Object>>> RESULTS =
      new TypeReference<>() {};
  private static final TypeReference<Map<String, @Nullable Object>> PRESET =
      new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JsonMapper json;

  CallAnalyses(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** The analysis of a call; one without status if there is none (yet). */
  public CallAnalysis of(CallId call) {
    return jdbc.sql("select * from call_analyses where call_id = :call")
        .param("call", call.value())
        .query((row, number) -> analysis(row))
        .optional()
        .orElse(CallAnalysis.NONE);
  }

  /** Keeps an analysis; says whether it is the first of its call. A later one changes nothing. */
  boolean add(CallId call, CallAnalysis analysis, Instant now) {
    return jdbc.sql(
                """
                insert into call_analyses (call_id, status, results, preset, analyzed_at)
                values (:call, :status, :results::jsonb, :preset::jsonb, :now)
                on conflict do nothing
                """)
            .param("call", call.value())
            .param("status", Objects.requireNonNull(analysis.status()))
            .param("results", json.writeValueAsString(analysis.results()))
            .param(
                "preset",
                analysis.preset() == null ? null : json.writeValueAsString(analysis.preset()))
            .param("now", Timestamp.from(now))
            .update()
        == 1;
  }

  /** The voice agent's word replaces ours, also later. */
  void replaceResults(CallId call, CallAnalysis reported) {
    jdbc.sql(
            """
            update call_analyses set status = :status, results = :results::jsonb
            where call_id = :call
            """)
        .param("call", call.value())
        .param("status", reported.status())
        .param("results", json.writeValueAsString(reported.results()))
        .update();
  }

  private CallAnalysis analysis(ResultSet row) throws SQLException {
    String preset = row.getString("preset");
    return new CallAnalysis(
        row.getString("status"),
        json.readValue(row.getString("results"), RESULTS),
        preset == null ? null : json.readValue(preset, PRESET));
  }
}
