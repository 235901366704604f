package dev.rapidcall.calls.metrics;

import dev.rapidcall.calls.timeline.Fact;
import dev.rapidcall.calls.timeline.Timeline;
import dev.rapidcall.events.CallId;
import dev.rapidcall.events.CallMetricsEvent.CallMetricsReported;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes a report of a call, known or not, and sums its reports up anew. */
@Component
public class NoteMetrics {
  private final Timeline timeline;
  private final JdbcClient jdbc;

  NoteMetrics(Timeline timeline, JdbcClient jdbc) {
    this.timeline = timeline;
    this.jdbc = jdbc;
  }

  /** Keeps the report once; says whether it was new. */
  @Transactional
  public boolean note(Fact report) {
    if (!timeline.append(report)) {
      return false;
    }
    CallId call = report.event().callId();
    holdSummary(call);
    write(call, CallMetrics.summary(timeline.facts(call, Set.of(CallMetricsReported.class))));
    return true;
  }

  /** Whoever sums up after us sees our report. */
  private void holdSummary(CallId call) {
    jdbc.sql(
            """
            insert into call_metrics (call_id) values (:call)
            on conflict (call_id) do update set call_id = excluded.call_id
            """)
        .param("call", call.value())
        .update();
  }

  private void write(CallId call, MetricsSummary summary) {
    jdbc.sql(
            """
            update call_metrics
            set latency_ms = :latency, llm_prompt_tokens = :prompt, llm_prompt_cached_tokens = :cached,
                llm_completion_tokens = :completion, tokens_total = :total,
                stt_audio_seconds = :stt, tts_characters = :tts
            where call_id = :call
            """)
        .param("call", call.value())
        .param("latency", summary.latencyMs())
        .param("prompt", summary.promptTokens())
        .param("cached", summary.cachedTokens())
        .param("completion", summary.completionTokens())
        .param("total", summary.tokensTotal())
        .param("stt", summary.sttSeconds())
        .param("tts", summary.ttsCharacters())
        .update();
  }
}
