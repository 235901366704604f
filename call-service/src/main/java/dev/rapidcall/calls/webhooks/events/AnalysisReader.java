package dev.rapidcall.calls.webhooks.events;

import dev.rapidcall.events.CallId;
import java.util.Optional;

/** Where the findings about calls are read. */
public interface AnalysisReader {

  /** Empty if nothing was found out. */
  Optional<CallFindings> of(CallId call);
}
