package dev.rapidcall.calls.analytics;

import dev.rapidcall.events.WorkspaceId;
import dev.rapidcall.service.identity.Caller;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A workspace's calls summed up over HTTP. */
@RestController
class AnalyticsController {
  private final CallSums sums;
  private final Clock clock;

  AnalyticsController(CallSums sums, Clock clock) {
    this.sums = sums;
    this.clock = clock;
  }

  record Analytics(TimeRange.Shown range, CallTotals totals, List<DayOfCalls> series) {}

  /** Sums over the workspace's calls between two moments (milliseconds since 1970). */
  @GetMapping("/api/analytics")
  Analytics analytics(
      Caller caller, @RequestParam @Nullable String from, @RequestParam @Nullable String to) {
    WorkspaceId workspace = caller.workspace();
    TimeRange range = TimeRange.lastWeek(from, to, clock.instant());
    return new Analytics(range.shown(), sums.totals(workspace, range), sums.days(workspace, range));
  }
}
