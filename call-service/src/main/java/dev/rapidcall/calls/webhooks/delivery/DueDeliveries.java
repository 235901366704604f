package dev.rapidcall.calls.webhooks.delivery;

import dev.rapidcall.events.WorkspaceId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Deliveries to be worked, claimed for a while by a lease. */
@Repository
class DueDeliveries {
  private static final Duration LEASE = Duration.ofSeconds(60);

  /** So many receivers of one host may keep us waiting at once; the others do not notice. */
  private static final int PER_HOST = 4;

  private final JdbcClient jdbc;
  private final Clock clock;

  DueDeliveries(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Takes up what is due: of a call only what nothing earlier waits before, of a host only so many.
   */
  List<DueDelivery> claim(int limit) {
    Instant now = clock.instant();
    return jdbc.sql(
            """
            with claimed as (
              update webhook_deliveries
              set leased_until = :until, claims = claims + 1, tries = tries + 1
              where id in (
                select due.id
                from (select distinct host from webhook_deliveries
                      where status = 'pending' and due_at <= :now) hosts
                cross join lateral (
                  select waiting.id from webhook_deliveries waiting
                  where waiting.host = hosts.host
                    and waiting.status = 'pending' and waiting.due_at <= :now
                    and (waiting.leased_until is null or waiting.leased_until <= :now)
                    and not exists (
                      select 1 from webhook_deliveries earlier
                      where earlier.call_id = waiting.call_id
                        and earlier.event_seq < waiting.event_seq and earlier.status = 'pending')
                  order by waiting.due_at, waiting.event_seq
                  limit greatest(0, :perHost - (
                    select count(*) from webhook_deliveries busy
                    where busy.host = hosts.host and busy.status = 'pending'
                      and busy.leased_until > :now))
                  for update skip locked) due
                limit :limit)
              returning *)
            select claimed.*, events.body
            from claimed join customer_events events on events.id = claimed.event_id
            """)
        .param("now", Timestamp.from(now))
        .param("until", Timestamp.from(now.plus(LEASE)))
        .param("perHost", PER_HOST)
        .param("limit", limit)
        .query(
            (row, number) ->
                new DueDelivery(
                    row.getString("id"),
                    new WorkspaceId(row.getString("workspace_id")),
                    row.getString("event_id"),
                    row.getString("url"),
                    row.getString("body"),
                    row.getInt("claims"),
                    row.getInt("tries")))
        .list();
  }

  /** Keeps what came of an attempt; it decides only if nobody has taken the delivery up since. */
  @Transactional
  void note(DueDelivery due, Instant sentAt, SendResult result, Verdict verdict) {
    log(due, sentAt, result);
    jdbc.sql(
            """
            update webhook_deliveries
            set status = :status, due_at = :due, leased_until = null, delivered_at = :delivered
            where id = :id and claims = :attempt
            """)
        .param("id", due.id())
        .param("attempt", due.attempt())
        .param("status", verdict.status().wireName())
        .param("due", timestamp(verdict.tryAgainAt()))
        .param(
            "delivered",
            verdict.status() == DeliveryStatus.DELIVERED ? timestamp(clock.instant()) : null)
        .update();
  }

  private void log(DueDelivery due, Instant sentAt, SendResult result) {
    jdbc.sql(
            """
            insert into webhook_attempts (delivery_id, number, attempted_at, status, error, millis)
            values (:id, :number, :at, :status, :error, :millis)
            """)
        .param("id", due.id())
        .param("number", due.attempt())
        .param("at", Timestamp.from(sentAt))
        .param("status", result.status())
        .param("error", result.error())
        .param("millis", result.took().toMillis())
        .update();
  }

  private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
    return instant == null ? null : Timestamp.from(instant);
  }
}
