package dev.rapidcall.messaging.outbox;

import dev.rapidcall.messaging.lag.Sample;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How many events wait to be sent, and how long the oldest has waited. */
final class OutboxBacklog implements Sample {
  private static final int COUNTED_AT_MOST = 100_000;
  private static final Waiting UNKNOWN = new Waiting(Double.NaN, Double.NaN);

  private record Waiting(double events, double seconds) {}

  private final JdbcClient jdbc;
  private volatile Waiting waiting = UNKNOWN;

  OutboxBacklog(JdbcClient jdbc, MeterRegistry meters) {
    this.jdbc = jdbc;
    Gauge.builder("rapidcall.outbox.depth", this, backlog -> backlog.waiting.events())
        .description("Committed events that are not sent yet, " + COUNTED_AT_MOST + " at most")
        .register(meters);
    Gauge.builder("rapidcall.outbox.age", this, backlog -> backlog.waiting.seconds())
        .description("How long the oldest committed event waits to be sent")
        .baseUnit("seconds")
        .register(meters);
  }

  @Override
  public void take() {
    Waiting found = UNKNOWN;
    try {
      found =
          jdbc.sql(
                  """
                  select count(*) as events,
                         coalesce(extract(epoch from clock_timestamp() - min(created_at)), 0) as age
                  from (select created_at from outbox order by id limit :limit) as waiting
                  """)
              .param("limit", COUNTED_AT_MOST)
              .query((row, number) -> new Waiting(row.getDouble("events"), row.getDouble("age")))
              .single();
    } finally {
      waiting = found;
    }
  }

  @Override
  public String toString() {
    return "outbox backlog";
  }
}
