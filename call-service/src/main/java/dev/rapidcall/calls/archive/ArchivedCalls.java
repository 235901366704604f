package dev.rapidcall.calls.archive;

import dev.rapidcall.events.CallId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What imported calls brought with them. */
@Repository
public class ArchivedCalls {
  private static final TypeReference<LinkedHashMap<String, @Nullable Object>> OBJECT =
      new TypeReference<>() {};
  private static final TypeReference<List<Map<String, @Nullable Object>>> LIST =
      new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JsonMapper json;

  ArchivedCalls(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** Empty for a call that was held here. */
  public Optional<ArchivedCall> find(CallId call) {
    return jdbc.sql("select * from imported_calls where call_id = :call")
        .param("call", call.value())
        .query(
            (row, number) ->
                new ArchivedCall(
                    metrics(row.getString("metrics")),
                    row.getString("analysis_status"),
                    json.readValue(row.getString("extraction_results"), LIST)))
        .optional();
  }

  private Map<String, @Nullable Object> metrics(@Nullable String text) {
    return text == null ? new LinkedHashMap<>() : json.readValue(text, OBJECT);
  }
}
