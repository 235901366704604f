package dev.rapidcall.calls.lifecycle;

import dev.rapidcall.events.CallId;
import dev.rapidcall.events.RoomName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Calls whose room is not open yet. A start is either completed or taken back: each of the two
 * marks the row only if the other has not, so that whoever is first has it.
 */
@Repository
class UnfinishedStarts {
  private static final Duration RETRY = Duration.ofSeconds(30);

  /** Takes the rows for a while: those that fail do not stand in the way of the others. */
  static final String DUE =
      """
      with due as materialized (
        select id from calls where take_back_at <= :now order by take_back_at
        limit :limit for update skip locked)
      update calls set take_back_at = :until from due where calls.id = due.id
      returning calls.id, room_name, take_back_at
      """;

  /** A start that was cut off; nobody else deals with it until then. */
  record CutOff(CallId id, RoomName roomName, Instant claimedUntil) {}

  private final JdbcClient jdbc;
  private final Clock clock;

  UnfinishedStarts(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** No if the start was taken back, or is about to be. */
  boolean complete(CallId id, Instant startedAt, Instant lookAt) {
    return jdbc.sql(
                """
                update calls
                set started_at = :started, look_at = :look, take_back_at = null,
                    updated_at = :started
                where id = :id and started_at is null and taken_back_at is null
                """)
            .param("id", id.value())
            .param("started", Timestamp.from(startedAt))
            .param("look", Timestamp.from(lookAt))
            .update()
        == 1;
  }

  /** Takes the start back now instead of after a while; no if there is nothing of it left. */
  boolean giveUp(CallId id) {
    return jdbc.sql("update calls set take_back_at = :now where id = :id and started_at is null")
            .param("id", id.value())
            .param("now", Timestamp.from(clock.instant()))
            .update()
        == 1;
  }

  /** Starts that were cut off before or after the room was made. */
  List<CutOff> due(int limit) {
    Instant now = clock.instant();
    return jdbc.sql(DUE)
        .param("now", Timestamp.from(now))
        .param("until", Timestamp.from(now.plus(RETRY)))
        .param("limit", limit)
        .query((row, number) -> cutOff(row))
        .list();
  }

  /** From now on it cannot be completed; no if it was. */
  boolean takeBack(CallId id) {
    return jdbc.sql(
                """
                update calls set taken_back_at = coalesce(taken_back_at, :now)
                where id = :id and started_at is null
                """)
            .param("id", id.value())
            .param("now", Timestamp.from(clock.instant()))
            .update()
        == 1;
  }

  /**
   * Forgets it, unless somebody asked meanwhile to take it back once more; what was reported of it
   * is nobody's then.
   */
  void forget(CutOff start) {
    jdbc.sql(
            """
            with removed as (
              delete from calls
              where id = :id and taken_back_at is not null and take_back_at = :until
              returning id)
            update call_facts set parked = true from removed where call_id = removed.id
            """)
        .param("id", start.id().value())
        .param("until", Timestamp.from(start.claimedUntil()))
        .update();
  }

  private static CutOff cutOff(ResultSet row) throws SQLException {
    return new CutOff(
        new CallId(row.getString("id")),
        new RoomName(row.getString("room_name")),
        row.getTimestamp("take_back_at").toInstant());
  }
}
