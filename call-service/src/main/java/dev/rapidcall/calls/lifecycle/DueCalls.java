package dev.rapidcall.calls.lifecycle;

import dev.rapidcall.events.CallId;
import dev.rapidcall.events.RoomName;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Calls that something is to be done about, claimed for a while by moving the time it is due. */
@Repository
class DueCalls {
  private static final Duration CLAIM = Duration.ofSeconds(30);

  /** A call and the room to ask about. */
  record Due(CallId id, RoomName roomName) {}

  private final JdbcClient jdbc;
  private final Clock clock;

  DueCalls(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Open calls to compare with LiveKit. */
  List<Due> toLookAt(int limit) {
    return claim(
        """
        with due as materialized (
          select id from calls where look_at <= :now order by look_at
          limit :limit for update skip locked)
        update calls set look_at = :until from due where calls.id = due.id
        returning calls.id, room_name
        """,
        limit);
  }

  /** Open calls whose room is to be looked into, first those that something hangs on. */
  List<Due> toLookInto(int limit) {
    return claim(
        """
        update calls set look_into_at = :until where id in (
          select id from calls where look_into_at <= :now order by look_into_at
          limit :limit for update skip locked)
        returning id, room_name
        """,
        limit);
  }

  /** Ended calls whose room is to be deleted. */
  List<Due> toClose(int limit) {
    return claim(
        """
        with due as materialized (
          select id from calls where close_room_at <= :now order by close_room_at
          limit :limit for update skip locked)
        update calls set close_room_at = :until from due where calls.id = due.id
        returning calls.id, room_name
        """,
        limit);
  }

  private List<Due> claim(String sql, int limit) {
    Instant now = clock.instant();
    return jdbc.sql(sql)
        .param("now", Timestamp.from(now))
        .param("until", Timestamp.from(now.plus(CLAIM)))
        .param("limit", limit)
        .query((row, number) -> due(row.getString("id"), row.getString("room_name")))
        .list();
  }

  private static Due due(String id, String roomName) {
    return new Due(new CallId(id), new RoomName(roomName));
  }
}
