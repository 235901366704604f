package dev.rapidcall.calls.webhooks.delivery;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps what came of an attempt. It decides only if nobody has taken the delivery up since; one
 * that was asked for again meanwhile is sent again whatever came of it.
 */
@Component
class NoteAttempt {
  private final JdbcClient jdbc;
  private final CallOrder order;
  private final Clock clock;

  NoteAttempt(JdbcClient jdbc, CallOrder order, Clock clock) {
    this.jdbc = jdbc;
    this.order = order;
    this.clock = clock;
  }

  @Transactional
  void note(DueDelivery due, Instant sentAt, SendResult result, Verdict verdict) {
    Instant now = clock.instant();
    order.hold(List.of(due.callId()));
    log(due, sentAt, result);
    if (decide(due, verdict, now)) {
      order.arrange(List.of(due.callId()), now);
    }
  }

  private boolean decide(DueDelivery due, Verdict verdict, Instant now) {
    boolean delivered = verdict.status() == DeliveryStatus.DELIVERED;
    return jdbc.sql(
                """
                update webhook_deliveries
                set status = case when queued = :queued then :status else 'pending' end,
                    due_at = case when queued = :queued then :due::timestamptz else :now::timestamptz end,
                    delivered_at = case when queued = :queued then :delivered::timestamptz end,
                    leased_until = null
                where id = :id and claims = :attempt
                """)
            .param("id", due.id())
            .param("attempt", due.attempt())
            .param("queued", due.queued())
            .param("status", verdict.status().wireName())
            .param("due", timestamp(verdict.tryAgainAt()))
            .param("delivered", delivered ? timestamp(now) : null)
            .param("now", timestamp(now))
            .update()
        == 1;
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
