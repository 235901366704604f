package dev.rapidcall.calls.webhooks;

import dev.rapidcall.calls.webhooks.events.AnalysisReader;
import dev.rapidcall.calls.webhooks.events.CallFindings;
import dev.rapidcall.events.CallId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Stands in for the analysis while there is none. */
@Component
class NothingFoundYet implements AnalysisReader {

  @Override
  public Optional<CallFindings> of(CallId call) {
    return Optional.empty();
  }
}
