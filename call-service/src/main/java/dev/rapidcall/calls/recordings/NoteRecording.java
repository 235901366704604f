package dev.rapidcall.calls.recordings;

import dev.rapidcall.calls.timeline.Fact;
import dev.rapidcall.calls.timeline.Timeline;
import dev.rapidcall.events.CallId;
import dev.rapidcall.events.Event;
import dev.rapidcall.events.RecordingEvent.RecordingFailed;
import dev.rapidcall.events.RecordingEvent.RecordingMissing;
import dev.rapidcall.events.RecordingEvent.RecordingReady;
import dev.rapidcall.events.RecordingEvent.RecordingRequested;
import dev.rapidcall.events.RecordingEvent.RecordingStarted;
import dev.rapidcall.events.RecordingEvent.RecordingUploaded;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Takes a step of a call's recording and shows it on the call. */
@Component
public class NoteRecording {
  private static final Set<Class<? extends Event>> STEPS =
      Set.of(
          RecordingRequested.class,
          RecordingStarted.class,
          RecordingReady.class,
          RecordingFailed.class,
          RecordingMissing.class,
          RecordingUploaded.class);

  private final Timeline timeline;
  private final JdbcClient jdbc;
  private final JsonMapper json;

  NoteRecording(Timeline timeline, JdbcClient jdbc, JsonMapper json) {
    this.timeline = timeline;
    this.jdbc = jdbc;
    this.json = json;
  }

  /** Keeps the step once. What an imported recording says more of itself stays. */
  @Transactional
  public void note(Fact step) {
    if (!timeline.append(step)) {
      return;
    }
    CallId call = step.event().callId();
    jdbc.sql(
            """
            update calls
            set recording = case
              when imported_at is null or recording is null or :recording::jsonb ->> 'kind' = 'upload'
              then :recording::jsonb
              else (recording - 'reason') || jsonb_strip_nulls(:recording::jsonb) end
            where id = :id
            """)
        .param("id", call.value())
        .param(
            "recording",
            json.writeValueAsString(CallRecording.of(call, timeline.facts(call, STEPS))))
        .update();
  }
}
