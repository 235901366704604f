package dev.rapidcall.calls.intake;

import dev.rapidcall.calls.recordings.NoteRecording;
import dev.rapidcall.calls.timeline.Fact;
import dev.rapidcall.events.RecordingEvent;
import dev.rapidcall.messaging.Envelope;
import dev.rapidcall.messaging.EventConsumer;
import org.springframework.stereotype.Component;

/** What became of recordings. */
@Component
class RecordingIntake implements EventConsumer<RecordingEvent> {
  private final NoteRecording noteRecording;

  RecordingIntake(NoteRecording noteRecording) {
    this.noteRecording = noteRecording;
  }

  @Override
  public String name() {
    return "calls.recordings";
  }

  @Override
  public Class<RecordingEvent> events() {
    return RecordingEvent.class;
  }

  @Override
  public void on(Envelope<RecordingEvent> envelope) {
    noteRecording.note(Fact.of(envelope));
  }
}
