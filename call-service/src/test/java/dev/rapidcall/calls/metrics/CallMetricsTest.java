package dev.rapidcall.calls.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.calls.timeline.Fact;
import dev.rapidcall.events.CallChannel;
import dev.rapidcall.events.CallId;
import dev.rapidcall.events.CallMetricsEvent.CallMetricsReported;
import dev.rapidcall.events.CallMetricsEvent.Models;
import dev.rapidcall.events.CallMetricsEvent.Usage;
import dev.rapidcall.events.EventId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CallMetricsTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final Models MODELS = new Models("gpt-4.1-mini", "nova-3", "sonic-2");

  @Test
  void modelsAndUsageTellEachOtherWhatTheyLack() {
    assertThat(usage(null, null))
        .isEqualTo("{llm_prompt_tokens=1, stt_model=nova-3, tts_model=sonic-2}");
    assertThat(usage("flux", "aura"))
        .isEqualTo("{llm_prompt_tokens=1, stt_model=flux, tts_model=aura}");
  }

  @Test
  void usageThatNobodyReportedStaysUnknown() {
    assertThat(metrics(null)).containsEntry("usage", null);
  }

  private static String usage(@Nullable String stt, @Nullable String tts) {
    return String.valueOf(
        metrics(new Usage(1L, null, null, null, null, null, null, stt, tts)).get("usage"));
  }

  private static Map<String, @Nullable Object> metrics(@Nullable Usage usage) {
    CallMetricsReported report =
        new CallMetricsReported(new CallId("call_1"), usage, MODELS, null, null, null);
    Fact fact = new Fact(new EventId("e"), "test", NOON, NOON, report);
    return CallMetrics.of(CallChannel.WEB, List.of(fact), Map.of());
  }
}
