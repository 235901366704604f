package dev.rapidcall.calls.webhooks.delivery;

import dev.rapidcall.events.CallId;
import dev.rapidcall.events.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Deliveries to be worked, claimed for a while by moving the time they are due.
 *
 * <p>A lane is what one workspace has for one host. Lanes and workspaces take turns, so nobody's
 * backlog stands before another's delivery; and a host that keeps us waiting keeps only so many.
 */
@Repository
class DueDeliveries {
  private static final Duration LEASE = Duration.ofSeconds(60);

  /** Of one workspace to one host. */
  static final int PER_LANE = 8;

  /** Of all workspaces to one host. */
  static final int PER_HOST = 32;

  /** Bodies of one workspace that are in memory at once, unless a single one is larger. */
  private static final long BYTES_PER_WORKSPACE = 16L * 1024 * 1024;

  /**
   * Looks at the first row of each lane and then at no more than a lane may have under way: what
   * lies behind, waits for its time or for another row costs nothing.
   */
  static final String CLAIM =
      """
      with recursive lanes as (
        (select host, workspace_id, due_at from webhook_deliveries
         where status = 'pending' and due_at is not null
         order by host, workspace_id, due_at limit 1)
        union all
        select next.* from lanes cross join lateral (
          select host, workspace_id, due_at from webhook_deliveries
          where status = 'pending' and due_at is not null
            and (host, workspace_id) > (lanes.host, lanes.workspace_id)
          order by host, workspace_id, due_at limit 1) next),
      under_way as (
        select host, delivery.workspace_id, count(*) as number, sum(body_bytes) as bytes
        from webhook_deliveries delivery join customer_events on customer_events.id = event_id
        where status = 'pending' and leased_until > :now
        group by host, delivery.workspace_id),
      candidates as (
        select due.id, due.due_at, due.event_seq, lanes.host, lanes.workspace_id,
               customer_events.body_bytes,
               coalesce(under_way.number, 0) + row_number() over (
                 partition by lanes.host, lanes.workspace_id
                 order by due.due_at, due.event_seq) as place
        from lanes
        left join under_way using (host, workspace_id)
        cross join lateral (
          select id, event_id, due_at, event_seq from webhook_deliveries waiting
          where waiting.host = lanes.host and waiting.workspace_id = lanes.workspace_id
            and waiting.status = 'pending' and waiting.due_at <= :now
          order by waiting.due_at, waiting.event_seq
          limit greatest(0, :perLane - coalesce(under_way.number, 0))) due
        join customer_events on customer_events.id = due.event_id
        where lanes.due_at <= :now),
      turns as (
        select id, due_at, event_seq,
               row_number() over of_host + coalesce((
                 select sum(number) from under_way where under_way.host = candidates.host), 0)
                 as in_host,
               row_number() over of_workspace + coalesce((
                 select sum(number) from under_way
                 where under_way.workspace_id = candidates.workspace_id), 0) as turn,
               sum(body_bytes) over of_workspace + coalesce((
                 select sum(bytes) from under_way
                 where under_way.workspace_id = candidates.workspace_id), 0) as bytes
        from candidates
        window of_host as (partition by host order by place, due_at, event_seq, id),
               of_workspace as (partition by workspace_id order by place, due_at, event_seq, id)),
      chosen as (
        select id from turns
        where in_host <= :perHost and (bytes <= :bytes or turn = 1)
        order by turn, due_at, event_seq limit :limit),
      due as materialized (
        select id from webhook_deliveries
        where id in (select id from chosen) and status = 'pending' and due_at <= :now
        for no key update skip locked)
      update webhook_deliveries delivery
      set leased_until = :until, due_at = :until, claims = claims + 1, tries = tries + 1
      from due where delivery.id = due.id
      returning delivery.*
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  DueDeliveries(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Takes up at most so many. */
  List<DueDelivery> claim(int limit) {
    return jdbc.sql(CLAIM)
        .params(parameters(clock.instant(), limit))
        .query((row, number) -> delivery(row))
        .list();
  }

  static Map<String, Object> parameters(Instant now, int limit) {
    return Map.of(
        "now", Timestamp.from(now),
        "until", Timestamp.from(now.plus(LEASE)),
        "perLane", PER_LANE,
        "perHost", PER_HOST,
        "bytes", BYTES_PER_WORKSPACE,
        "limit", limit);
  }

  private static DueDelivery delivery(ResultSet row) throws SQLException {
    return new DueDelivery(
        row.getString("id"),
        new WorkspaceId(row.getString("workspace_id")),
        new CallId(row.getString("call_id")),
        row.getString("event_id"),
        row.getString("url"),
        row.getInt("claims"),
        row.getInt("tries"),
        row.getInt("queued"));
  }
}
