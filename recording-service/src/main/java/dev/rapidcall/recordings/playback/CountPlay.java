package dev.rapidcall.recordings.playback;

import dev.rapidcall.events.CallId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts that somebody heard a recording. Touches nothing else of it. */
@Component
public class CountPlay {
  private final JdbcClient jdbc;

  CountPlay(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** One more. */
  public void count(CallId call) {
    jdbc.sql(
            """
            update recordings set plays = plays + 1, last_played_at = clock_timestamp()
             where call_id = :call
            """)
        .param("call", call.value())
        .update();
  }
}
