package dev.rapidcall.calls.webhooks.delivery;

import dev.rapidcall.events.CallId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the deliveries of a call in order: of those that are pending only the first is due, the
 * others have no time until it is settled. Whoever queues or settles one holds the call's others.
 */
@Component
class CallOrder {
  private final JdbcClient jdbc;

  CallOrder(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Until the end of the transaction nobody else changes what is pending of these calls. */
  @Transactional(propagation = Propagation.MANDATORY)
  void hold(Collection<CallId> calls) {
    jdbc.sql(
            """
            select count(*) from (
              select id from webhook_deliveries where call_id = any(:calls::text[])
              order by call_id, event_seq for no key update) held
            """)
        .param("calls", array(calls))
        .query(Long.class)
        .single();
  }

  /** Makes the first of each call due and no other; what is under way goes on. */
  @Transactional(propagation = Propagation.MANDATORY)
  void arrange(Collection<CallId> calls, Instant now) {
    jdbc.sql(
            """
            update webhook_deliveries delivery
            set due_at = case when place.number = 1 then :now::timestamptz end
            from (
              select id, row_number() over (partition by call_id order by event_seq) as number
              from webhook_deliveries
              where call_id = any(:calls::text[]) and status = 'pending') place
            where delivery.id = place.id
              and (delivery.due_at is null) = (place.number = 1)
              and (delivery.leased_until is null or delivery.leased_until <= :now)
            """)
        .param("calls", array(calls))
        .param("now", Timestamp.from(now))
        .update();
  }

  private static String[] array(Collection<CallId> calls) {
    return calls.stream().map(CallId::value).toArray(String[]::new);
  }
}
