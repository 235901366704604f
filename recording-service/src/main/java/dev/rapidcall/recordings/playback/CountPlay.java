package dev.rapidcall.recordings.playback;

import dev.rapidcall.events.CallId;
import dev.rapidcall.events.EventId;
import dev.rapidcall.events.RecordingEvent.RecordingPlayed;
import dev.rapidcall.events.WorkspaceId;
import dev.rapidcall.messaging.EventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Counts that somebody heard a recording, and says so. Touches nothing else of it. */
@Component
public class CountPlay {
  private final JdbcClient jdbc;
  private final EventPublisher events;

  CountPlay(JdbcClient jdbc, EventPublisher events) {
    this.jdbc = jdbc;
    this.events = events;
  }

  /** One more. */
  @Transactional
  public void count(CallId call) {
    RecordingPlayed played =
        jdbc.sql(
                """
                update recordings set plays = plays + 1, last_played_at = clock_timestamp()
                 where call_id = :call returning workspace_id, plays, last_played_at
                """)
            .param("call", call.value())
            .query(
                (row, number) ->
                    new RecordingPlayed(
                        call,
                        new WorkspaceId(row.getString("workspace_id")),
                        row.getLong("plays"),
                        row.getTimestamp("last_played_at").toInstant()))
            .single();
    EventId id = new EventId("recording:" + call + ":played:" + played.plays());
    events.publish(id, played.playedAt(), played);
  }
}
