package dev.rapidcall.local.sandbox.livekit.calls;

import java.util.Map;

/** The metrics the voice agent posts: latencies only, it never sends usage. */
final class UsualMetrics {

  static final Map<String, Object> LATENCY =
      Map.of(
          "latency",
          Map.of(
              "eou_end_ms_avg", 582,
              "eou_transcription_ms_avg", 478,
              "llm_ttft_ms_avg", 221,
              "agent_turn_latency_ms_avg", 907));

  private UsualMetrics() {}
}
