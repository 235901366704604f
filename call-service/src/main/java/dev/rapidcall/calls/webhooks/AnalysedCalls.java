package dev.rapidcall.calls.webhooks;

import dev.rapidcall.calls.analysis.CallAnalyses;
import dev.rapidcall.calls.analysis.CallAnalysis;
import dev.rapidcall.calls.webhooks.events.AnalysisReader;
import dev.rapidcall.calls.webhooks.events.CallFindings;
import dev.rapidcall.calls.webhooks.events.CallFindings.Extracted;
import dev.rapidcall.events.CallId;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What customers are told of an analysis. */
@Component
class AnalysedCalls implements AnalysisReader {
  private final CallAnalyses analyses;

  AnalysedCalls(CallAnalyses analyses) {
    this.analyses = analyses;
  }

  @Override
  public Optional<CallFindings> of(CallId call) {
    CallAnalysis analysis = analyses.of(call);
    return analysis.status() == null ? Optional.empty() : Optional.of(findings(analysis));
  }

  private static CallFindings findings(CallAnalysis analysis) {
    Map<String, @Nullable Object> preset =
        analysis.preset() == null ? Map.<String, @Nullable Object>of() : analysis.preset();
    return new CallFindings(
        preset.get("call_summary") instanceof String summary ? summary : "",
        Boolean.TRUE.equals(preset.get("in_voicemail")),
        preset.get("user_sentiment") instanceof String sentiment ? sentiment : null,
        Boolean.TRUE.equals(preset.get("call_successful")),
        analysis.results().isEmpty() ? null : analysis.status(),
        analysis.results().stream()
            .map(result -> new Extracted(String.valueOf(result.get("name")), result.get("value")))
            .toList());
  }
}
