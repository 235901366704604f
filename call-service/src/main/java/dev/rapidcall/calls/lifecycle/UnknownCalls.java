package dev.rapidcall.calls.lifecycle;

import dev.rapidcall.calls.work.OldRows;
import dev.rapidcall.calls.work.RetentionSettings;
import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What was reported of calls that never came to be known: facts, and what was made of them. Facts
 * whose call came to be known after them are parked no longer.
 */
@Component
class UnknownCalls implements OldRows {
  private final JdbcClient jdbc;
  private final RetentionSettings settings;
  private final Clock clock;

  UnknownCalls(JdbcClient jdbc, RetentionSettings settings, Clock clock) {
    this.jdbc = jdbc;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "facts of calls that never came to be known";
  }

  @Override
  public int deleteSome(int most) {
    return jdbc.sql(
            """
            with old as materialized (
              select call_id, event_id from call_facts where parked and recorded_at < :before
              order by recorded_at limit :most for update skip locked),
            unknown as materialized (
              select distinct call_id from old
              where not exists (select 1 from calls where calls.id = old.call_id)),
            metrics as (
              delete from call_metrics using unknown where call_metrics.call_id = unknown.call_id),
            transcripts as (
              delete from call_transcripts using unknown
              where call_transcripts.call_id = unknown.call_id),
            facts as (
              delete from call_facts fact using old, unknown
              where fact.call_id = old.call_id and fact.event_id = old.event_id
                and fact.call_id = unknown.call_id),
            known as (
              update call_facts fact set parked = false from old
              where fact.call_id = old.call_id and fact.event_id = old.event_id
                and not exists (select 1 from unknown where unknown.call_id = fact.call_id))
            select count(*) from old
            """)
        .param("before", Timestamp.from(clock.instant().minus(settings.unknownCalls())))
        .param("most", most)
        .query(Integer.class)
        .single();
  }
}
