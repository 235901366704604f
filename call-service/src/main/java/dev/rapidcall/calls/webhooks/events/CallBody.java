package dev.rapidcall.calls.webhooks.events;

import dev.rapidcall.calls.webhooks.events.CallFindings.Extracted;
import dev.rapidcall.events.CallChannel;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What customers are sent, {@code {event, call}}: a pure function of what is known of the call. */
final class CallBody {
  private static final int AGENT_VERSION = 1;
  private static final int LONGEST_SUMMARY = 2000;
  private static final String SUMMARY = "call_summary";
  private static final String COMPLETED = "completed";

  private CallBody() {}

  /**
   * The body of an event.
   *
   * @param findings null unless the analysis is told
   * @param publicBaseUrl where the recording is found
   */
  static Map<String, @Nullable Object> of(
      CustomerEventType type,
      CallSnapshot call,
      @Nullable CallFindings findings,
      String publicBaseUrl) {
    Map<String, @Nullable Object> told = opening(call, type == CustomerEventType.CALL_STARTED);
    if (type != CustomerEventType.CALL_STARTED) {
      addEnd(told, call);
    }
    if (type == CustomerEventType.CALL_ANALYZED) {
      told.put("recording_url", call.recorded() ? recordingUrl(call, publicBaseUrl) : null);
      told.put("agent_version", AGENT_VERSION);
      told.put("call_analysis", analysis(findings));
    }
    return wrapped(type.wireName(), told);
  }

  /** What the test button sends: the shape of a call that has just begun. */
  static Map<String, @Nullable Object> ofTest(CallSnapshot example) {
    return wrapped("test", opening(example, true));
  }

  private static Map<String, @Nullable Object> wrapped(
      String event, Map<String, @Nullable Object> call) {
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("event", event);
    body.put("call", call);
    return body;
  }

  private static Map<String, @Nullable Object> opening(CallSnapshot call, boolean goesOn) {
    Map<String, @Nullable Object> told = new LinkedHashMap<>();
    told.put("call_type", call.channel() == CallChannel.WEB ? "webtest" : "phone_call");
    told.put("from_number", call.numbers().from());
    told.put("to_number", call.numbers().to());
    told.put("direction", call.channel() == CallChannel.PHONE_OUTBOUND ? "outbound" : "inbound");
    told.put("call_id", call.id().value());
    told.put("agent_id", call.agentId() == null ? null : call.agentId().value());
    told.put("agent_name", call.agentName());
    told.put("call_status", goesOn ? "registered" : "ended");
    told.put("metadata", Map.of());
    told.put("rapidcall_llm_dynamic_variables", Map.of());
    told.put("start_timestamp", call.startedAt().toEpochMilli());
    return told;
  }

  private static void addEnd(Map<String, @Nullable Object> told, CallSnapshot call) {
    told.put("end_timestamp", call.endedAt() == null ? null : call.endedAt().toEpochMilli());
    told.put("duration_ms", call.talkTime().toMillis());
    told.put("disconnection_reason", reason(call.outcome()));
    told.put("transcript", TranscriptViews.text(call.transcript()));
    told.put("transcript_object", TranscriptViews.utterances(call.transcript()));
    told.put("transcript_with_tool_calls", TranscriptViews.withToolCalls(call.transcript()));
  }

  private static String reason(String outcome) {
    return switch (outcome) {
      case "stale_timeout" -> "timeout";
      case COMPLETED, "ended", "in_progress" -> "user_hangup";
      default -> outcome;
    };
  }

  private static String recordingUrl(CallSnapshot call, String publicBaseUrl) {
    String base =
        publicBaseUrl.endsWith("/")
            ? publicBaseUrl.substring(0, publicBaseUrl.length() - 1)
            : publicBaseUrl;
    return base + "/api/calls/" + call.id() + "/recording";
  }

  private static Map<String, @Nullable Object> analysis(@Nullable CallFindings findings) {
    Map<String, @Nullable Object> custom = new LinkedHashMap<>();
    String summary = findings == null ? "" : findings.summary();
    if (findings != null) {
      for (Extracted item : findings.extraction()) {
        custom.put(item.name(), item.value());
        if (item.name().equals(SUMMARY) && item.value() != null) {
          summary = cut(String.valueOf(item.value()));
        }
      }
    }
    Map<String, @Nullable Object> analysis = new LinkedHashMap<>();
    analysis.put(SUMMARY, summary);
    analysis.put("in_voicemail", findings != null && findings.inVoicemail());
    analysis.put("user_sentiment", findings == null ? null : findings.userSentiment());
    analysis.put("call_successful", findings != null && isSuccessful(findings));
    analysis.put("custom_analysis_data", custom);
    return analysis;
  }

  private static boolean isSuccessful(CallFindings findings) {
    return findings.status() == null ? findings.successful() : findings.status().equals(COMPLETED);
  }

  private static String cut(String summary) {
    return summary.length() <= LONGEST_SUMMARY ? summary : summary.substring(0, LONGEST_SUMMARY);
  }
}
