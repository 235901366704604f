package dev.rapidcall.calls.lifecycle;

import dev.rapidcall.calls.rooms.RoomFigures;
import dev.rapidcall.events.CallId;
import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** When each open call is compared with LiveKit, and what that showed. */
@Repository
class Looks {
  private final JdbcClient jdbc;

  Looks(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Looks at the call at the given time or before. */
  void lookBy(CallId id, Instant at) {
    jdbc.sql("update calls set look_at = least(look_at, :at) where id = :id")
        .param("id", id.value())
        .param("at", Timestamp.from(at))
        .update();
  }

  /** Looks at an open call next at the given time. */
  void lookNextAt(CallId id, Instant at) {
    jdbc.sql("update calls set look_at = :at where id = :id and ended_at is null")
        .param("id", id.value())
        .param("at", Timestamp.from(at))
        .update();
  }

  /** Whether the figures changed since the last look into the room, or that was too long ago. */
  boolean areNews(CallId id, RoomFigures figures, Instant longAgo) {
    return jdbc.sql(
            """
            select room_figures is distinct from :figures
                or coalesce(looked_into_at < :longAgo, true)
            from calls where id = :id
            """)
        .param("id", id.value())
        .param("figures", figures.toString())
        .param("longAgo", Timestamp.from(longAgo))
        .query(Boolean.class)
        .single();
  }

  /** Looks into the room of an open call at the given time or before. */
  void lookIntoBy(CallId id, Instant at, RoomFigures figures) {
    jdbc.sql(
            """
            update calls set look_into_at = least(look_into_at, :at), room_figures = :figures
            where id = :id and ended_at is null
            """)
        .param("id", id.value())
        .param("at", Timestamp.from(at))
        .param("figures", figures.toString())
        .update();
  }

  void markLookedInto(CallId id, Instant at) {
    jdbc.sql("update calls set look_into_at = null, looked_into_at = :at where id = :id")
        .param("id", id.value())
        .param("at", Timestamp.from(at))
        .update();
  }

  /** The caller is in the room, says LiveKit. */
  void markSeen(CallId id, Instant at) {
    jdbc.sql("update calls set seen_at = greatest(seen_at, :at) where id = :id")
        .param("id", id.value())
        .param("at", Timestamp.from(at))
        .update();
  }
}
