package dev.rapidcall.messaging.outbox;

import dev.rapidcall.messaging.EventHeaders;
import dev.rapidcall.messaging.WireEvent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code outbox}. */
final class OutboxRows {
  private static final int LOCK = 0x0b0c;
  private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JsonMapper json = new JsonMapper();

  OutboxRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(WireEvent event) {
    jdbc.sql(
            """
            insert into outbox (event_id, topic, event_key, headers, payload)
            values (:eventId, :topic, :key, :headers::jsonb, :payload)
            on conflict (event_id) do nothing
            """)
        .param("eventId", event.headers().get(EventHeaders.ID))
        .param("topic", event.topic())
        .param("key", event.key())
        .param("headers", json.writeValueAsString(event.headers()))
        .param("payload", event.payload())
        .update();
  }

  /** Whether this transaction is now the only one that relays this schema's outbox. */
  boolean tryLock() {
    return jdbc.sql("select pg_try_advisory_xact_lock(:lock, hashtext(current_schema()))")
        .param("lock", LOCK)
        .query(Boolean.class)
        .single();
  }

  /** The oldest rows whose keys are not among the given ones, in id order. */
  List<OutboxRow> oldest(Collection<String> withoutKeys, int limit) {
    return jdbc.sql(
            """
            select id, topic, event_key, headers, payload from outbox
            where not (event_key = any(:withoutKeys)) order by id limit :limit
            """)
        .param("withoutKeys", withoutKeys.toArray(String[]::new))
        .param("limit", limit)
        .query(this::row)
        .list();
  }

  void delete(Collection<Long> ids) {
    jdbc.sql("delete from outbox where id = any(:ids)")
        .param("ids", ids.toArray(Long[]::new))
        .update();
  }

  private OutboxRow row(ResultSet row, int number) throws SQLException {
    return new OutboxRow(
        row.getLong("id"),
        new WireEvent(
            row.getString("topic"),
            row.getString("event_key"),
            json.readValue(row.getString("headers"), HEADERS),
            row.getString("payload")));
  }
}
