package dev.rapidcall.calls.analytics;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rapidcall.calls.agents.Agent;
import dev.rapidcall.calls.agents.Agents;
import dev.rapidcall.service.errors.ApiException.NotFound;
import dev.rapidcall.service.identity.Caller;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** An agent's calls summed up over HTTP. */
@RestController
@RequestMapping("/api/agents/{id}")
class AgentAnalyticsController {
  private final Agents agents;
  private final CallSums sums;
  private final Clock clock;

  AgentAnalyticsController(Agents agents, CallSums sums, Clock clock) {
    this.agents = agents;
    this.sums = sums;
    this.clock = clock;
  }

  @JsonInclude(JsonInclude.Include.ALWAYS)
  record AgentAnalytics(String agentId, CallTotals totals, @Nullable LatestCall latest) {}

  record UsageSummary(String agentId, TimeRange.Shown range, UsageTotals totals) {}

  /** Sums over all calls of an agent, of all time. */
  @GetMapping("/analytics")
  AgentAnalytics analytics(Caller caller, @PathVariable String id) {
    Agent agent = find(caller, id);
    return new AgentAnalytics(agent.id(), sums.totals(agent), sums.latest(agent).orElse(null));
  }

  /** What an agent's calls used between two moments (milliseconds since 1970). */
  @GetMapping("/usage-summary")
  UsageSummary usage(
      Caller caller,
      @PathVariable String id,
      @RequestParam @Nullable String from,
      @RequestParam @Nullable String to) {
    Agent agent = find(caller, id);
    TimeRange range = TimeRange.thisMonth(from, to, clock.instant());
    return new UsageSummary(agent.id(), range.shown(), sums.usage(agent, range));
  }

  private Agent find(Caller caller, String id) {
    return agents.find(caller.workspace(), id).orElseThrow(() -> new NotFound("Agent not found"));
  }
}
