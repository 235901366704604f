package dev.rapidcall.billing.usage;

import dev.rapidcall.billing.usage.UsageFact.Content;
import dev.rapidcall.billing.usage.UsageFact.Ended;
import dev.rapidcall.billing.usage.UsageFact.Opened;
import dev.rapidcall.billing.usage.UsageFact.Reported;
import dev.rapidcall.events.CallId;
import dev.rapidcall.events.EventId;
import dev.rapidcall.events.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Every usage fact that came in, once per event. */
@Repository
public class UsageFacts {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final JdbcClient jdbc;
  private final Clock clock;

  UsageFacts(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Keeps a fact; false if it was known. */
  public boolean append(UsageFact fact) {
    WorkspaceId workspaceId = fact.workspaceId();
    return jdbc.sql(
                """
                INSERT INTO usage_facts
                  (event_id, call_id, workspace_id, kind, source, occurred_at, arrived_at, body)
                VALUES (:eventId, :callId, :workspaceId, :kind, :source, :occurredAt, :arrivedAt,
                  :body::jsonb)
                ON CONFLICT (event_id) DO NOTHING
                """)
            .param("eventId", fact.eventId().value())
            .param("callId", fact.callId().value())
            .param("workspaceId", workspaceId == null ? null : workspaceId.value())
            .param("kind", kind(fact.content()))
            .param("source", fact.source())
            .param("occurredAt", fact.occurredAt().atOffset(ZoneOffset.UTC))
            .param("arrivedAt", OffsetDateTime.now(clock))
            .param("body", JSON.writeValueAsString(fact.content()))
            .update()
        == 1;
  }

  /** All facts of a call, in no order that matters. */
  public List<UsageFact> of(CallId callId) {
    return jdbc.sql("SELECT * FROM usage_facts WHERE call_id = :callId")
        .param("callId", callId.value())
        .query(UsageFacts::fact)
        .list();
  }

  /** The calls that a workspace has facts of. */
  public List<CallId> callsOf(WorkspaceId workspaceId) {
    return jdbc.sql("SELECT DISTINCT call_id FROM usage_facts WHERE workspace_id = :workspaceId")
        .param("workspaceId", workspaceId.value())
        .query((row, number) -> new CallId(row.getString("call_id")))
        .list();
  }

  private static UsageFact fact(ResultSet row, int number) throws SQLException {
    @Nullable String workspaceId = row.getString("workspace_id");
    return new UsageFact(
        new EventId(row.getString("event_id")),
        new CallId(row.getString("call_id")),
        workspaceId == null ? null : new WorkspaceId(workspaceId),
        row.getString("source"),
        row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
        JSON.readValue(row.getString("body"), type(row.getString("kind"))));
  }

  private static String kind(Content content) {
    return switch (content) {
      case Opened opened -> "opened";
      case Ended ended -> "ended";
      case Reported reported -> "reported";
    };
  }

  private static Class<? extends Content> type(String kind) {
    return switch (kind) {
      case "opened" -> Opened.class;
      case "ended" -> Ended.class;
      case "reported" -> Reported.class;
      default -> throw new IllegalStateException("unknown kind of usage fact: " + kind);
    };
  }
}
