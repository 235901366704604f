package dev.rapidcall.calls.intake;

import dev.rapidcall.calls.recordings.NotePlay;
import dev.rapidcall.calls.recordings.NoteRecording;
import dev.rapidcall.calls.timeline.Fact;
import dev.rapidcall.events.RecordingEvent;
import dev.rapidcall.events.RecordingEvent.RecordingFailed;
import dev.rapidcall.events.RecordingEvent.RecordingMissing;
import dev.rapidcall.events.RecordingEvent.RecordingPlayed;
import dev.rapidcall.events.RecordingEvent.RecordingReady;
import dev.rapidcall.events.RecordingEvent.RecordingRequested;
import dev.rapidcall.events.RecordingEvent.RecordingStarted;
import dev.rapidcall.events.RecordingEvent.RecordingUploaded;
import dev.rapidcall.messaging.Envelope;
import dev.rapidcall.messaging.EventConsumer;
import org.springframework.stereotype.Component;

/** What became of recordings, and who heard them. */
@Component
class RecordingIntake implements EventConsumer<RecordingEvent> {
  private final NoteRecording noteRecording;
  private final NotePlay notePlay;

  RecordingIntake(NoteRecording noteRecording, NotePlay notePlay) {
    this.noteRecording = noteRecording;
    this.notePlay = notePlay;
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
    switch (envelope.event()) {
      case RecordingPlayed played -> notePlay.note(played);
      case RecordingRequested requested -> noteRecording.note(Fact.of(envelope));
      case RecordingStarted started -> noteRecording.note(Fact.of(envelope));
      case RecordingReady ready -> noteRecording.note(Fact.of(envelope));
      case RecordingFailed failed -> noteRecording.note(Fact.of(envelope));
      case RecordingMissing missing -> noteRecording.note(Fact.of(envelope));
      case RecordingUploaded uploaded -> noteRecording.note(Fact.of(envelope));
    }
  }
}
