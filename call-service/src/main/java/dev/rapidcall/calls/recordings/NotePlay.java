package dev.rapidcall.calls.recordings;

import dev.rapidcall.events.RecordingEvent.RecordingPlayed;
import java.sql.Timestamp;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes how often a call's recording was heard. The highest count holds, so order is nothing. */
@Component
public class NotePlay {
  private final JdbcClient jdbc;

  NotePlay(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Takes the count. */
  public void note(RecordingPlayed played) {
    jdbc.sql(
            """
            update calls set plays = :plays, last_played_at = :at
            where id = :id and plays < :plays
            """)
        .param("id", played.callId().value())
        .param("plays", played.plays())
        .param("at", Timestamp.from(played.playedAt()))
        .update();
  }
}
