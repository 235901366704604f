package dev.rapidcall.messaging.inbox;

import dev.rapidcall.events.EventId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code inbox}. */
final class InboxRows {
  private final JdbcClient jdbc;

  InboxRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Stores a receipt; false if there is one, waiting for a transaction that is about to store it.
   */
  boolean add(String consumer, EventId id) {
    return jdbc.sql(
                """
                insert into inbox (event_id, consumer) values (:id, :consumer)
                on conflict do nothing
                """)
            .param("id", id.value())
            .param("consumer", consumer)
            .update()
        == 1;
  }

  Set<String> consumersOf(EventId id) {
    return new HashSet<>(
        jdbc.sql("select consumer from inbox where event_id = :id")
            .param("id", id.value())
            .query(String.class)
            .list());
  }

  int deleteOlderThan(Instant limit, int atMost) {
    return jdbc.sql(
            """
            delete from inbox where (event_id, consumer) in (
              select event_id, consumer from inbox where handled_at < :limit
              limit :atMost for update skip locked)
            """)
        .param("limit", limit.atOffset(ZoneOffset.UTC))
        .param("atMost", atMost)
        .update();
  }
}
