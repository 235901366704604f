package dev.rapidcall.calls.intake;

import dev.rapidcall.calls.timeline.Fact;
import dev.rapidcall.calls.timeline.Timeline;
import dev.rapidcall.calls.transcripts.Transcripts;
import dev.rapidcall.events.CallLifecycleEvent.TranscriptReported;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Keeps a transcript that says something new. The agent repeats itself every few seconds; what it
 * repeats is no fact, and the words themselves lie with the transcripts.
 */
@Component
class TakeTranscript {
  private final Transcripts transcripts;
  private final Timeline timeline;

  TakeTranscript(Transcripts transcripts, Timeline timeline) {
    this.transcripts = transcripts;
    this.timeline = timeline;
  }

  void take(Fact fact, TranscriptReported transcript) {
    if (transcripts.replace(transcript, fact.occurredAt())) {
      timeline.appendSummary(
          fact,
          Map.of(
              "callId", transcript.callId().value(),
              "reportedBy", transcript.reportedBy().name(),
              "items", transcript.items().size()));
    }
  }
}
