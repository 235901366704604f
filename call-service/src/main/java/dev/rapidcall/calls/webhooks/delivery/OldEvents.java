package dev.rapidcall.calls.webhooks.delivery;

import dev.rapidcall.calls.work.OldRows;
import dev.rapidcall.calls.work.RetentionSettings;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Events with their deliveries and attempts, unless they are still to be delivered. */
@Component
class OldEvents implements OldRows {
  private final JdbcClient jdbc;
  private final RetentionSettings settings;
  private final Clock clock;

  OldEvents(JdbcClient jdbc, RetentionSettings settings, Clock clock) {
    this.jdbc = jdbc;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "events for customers";
  }

  @Override
  @Transactional
  public int deleteSome(int most) {
    String[] events = old(most).toArray(String[]::new);
    String[] settled = holdSettled(events).toArray(String[]::new);
    delete("delete from webhook_attempts where delivery_id = any(:ids::text[])", settled);
    delete("delete from webhook_deliveries where id = any(:ids::text[])", settled);
    return delete(
        """
        delete from customer_events where id = any(:ids::text[])
          and not exists (select 1 from webhook_deliveries where event_id = customer_events.id)
        """,
        events);
  }

  private List<String> old(int most) {
    return jdbc.sql(
            """
            select id from customer_events
            where created_at < :before and not exists (
              select 1 from webhook_deliveries
              where event_id = customer_events.id and status = 'pending')
            order by created_at limit :most
            """)
        .param("before", Timestamp.from(clock.instant().minus(settings.customerEvents())))
        .param("most", most)
        .query(String.class)
        .list();
  }

  /** Somebody may just ask for one of them again: who holds it first decides. */
  private List<String> holdSettled(String[] events) {
    return jdbc.sql(
            """
            select id from webhook_deliveries
            where event_id = any(:events::text[]) and status <> 'pending'
            order by call_id, event_seq for update
            """)
        .param("events", events)
        .query(String.class)
        .list();
  }

  private int delete(String sql, String[] ids) {
    return jdbc.sql(sql).param("ids", ids).update();
  }
}
