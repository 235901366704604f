package dev.rapidcall.calls.timeline;

import dev.rapidcall.events.CallId;
import dev.rapidcall.events.Event;
import dev.rapidcall.events.EventId;
import dev.rapidcall.messaging.EventCodec;
import dev.rapidcall.messaging.EventTypes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The facts of all calls, those included whose call is not known (yet). */
@Repository
public class Timeline {
  private final JdbcClient jdbc;
  private final EventCodec codec;
  private final JsonMapper json;

  Timeline(JdbcClient jdbc, EventCodec codec, JsonMapper json) {
    this.jdbc = jdbc;
    this.codec = codec;
    this.json = json;
  }

  /** Keeps a fact; says whether it was new. */
  public boolean append(Fact fact) {
    return append(fact, codec.write(fact.event()));
  }

  /** Keeps a fact whose event is kept elsewhere; here only what a reader of the timeline needs. */
  public boolean appendSummary(Fact fact, Map<String, Object> summary) {
    return append(fact, json.writeValueAsString(summary));
  }

  private boolean append(Fact fact, String data) {
    return jdbc.sql(
                """
                insert into call_facts (call_id, event_id, type, source, occurred_at, recorded_at,
                                        data, parked)
                values (:call, :event, :type, :source, :occurred, :recorded, :data::jsonb,
                        not exists (select 1 from calls where id = :call))
                on conflict do nothing
                """)
            .param("call", fact.event().callId().value())
            .param("event", fact.id().value())
            .param("type", EventTypes.wireName(fact.event().getClass()))
            .param("source", fact.source())
            .param("occurred", Timestamp.from(fact.occurredAt()))
            .param("recorded", Timestamp.from(fact.recordedAt()))
            .param("data", data)
            .update()
        == 1;
  }

  /** The facts of the given kinds, by event time. */
  public List<Fact> facts(CallId call, Collection<Class<? extends Event>> kinds) {
    return jdbc.sql(
            """
            select * from call_facts where call_id = :call and type in (:types)
            order by occurred_at, seq
            """)
        .param("call", call.value())
        .param("types", kinds.stream().map(EventTypes::wireName).toList())
        .query((row, number) -> fact(row))
        .list();
  }

  /** All that is known of a call, by event time. */
  public List<TimelineEntry> entries(CallId call) {
    return jdbc.sql("select * from call_facts where call_id = :call order by occurred_at, seq")
        .param("call", call.value())
        .query((row, number) -> entry(row))
        .list();
  }

  private Fact fact(ResultSet row) throws SQLException {
    return new Fact(
        new EventId(row.getString("event_id")),
        row.getString("source"),
        instant(row, "occurred_at"),
        instant(row, "recorded_at"),
        codec.read(row.getString("type"), row.getString("data")));
  }

  private TimelineEntry entry(ResultSet row) throws SQLException {
    return new TimelineEntry(
        row.getString("event_id"),
        row.getString("type"),
        row.getString("source"),
        instant(row, "occurred_at"),
        instant(row, "recorded_at"),
        json.readTree(row.getString("data")));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getTimestamp(column).toInstant();
  }
}
