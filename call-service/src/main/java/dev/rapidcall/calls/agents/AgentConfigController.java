package dev.rapidcall.calls.agents;

import dev.rapidcall.service.errors.ApiException.BadRequest;
import dev.rapidcall.service.errors.ApiException.Forbidden;
import dev.rapidcall.service.errors.ApiException.NotFound;
import dev.rapidcall.service.identity.Caller;
import dev.rapidcall.service.identity.Scope;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The tools of an agent, for the voice agent alone. Its secret is one for all workspaces, so the
 * keys are told only while that agent has a call; else they are masked, as for people.
 */
@RestController
class AgentConfigController {
  private static final Logger log = LoggerFactory.getLogger(AgentConfigController.class);

  private final Agents agents;
  private final AgentsInCalls agentsInCalls;

  AgentConfigController(Agents agents, AgentsInCalls agentsInCalls) {
    this.agents = agents;
    this.agentsInCalls = agentsInCalls;
  }

  record AgentConfig(Map<String, @Nullable Object> toolConfigs, List<String> enabledTools) {}

  /** An agent's tools with their settings, for the voice agent. */
  @GetMapping("/api/internal/agents/config")
  AgentConfig config(
      Caller caller,
      @RequestParam @Nullable String agentId,
      @RequestParam @Nullable String workspaceId) {
    if (!caller.has(Scope.AGENT)) {
      throw new Forbidden("Only for the voice agent");
    }
    if (agentId == null || agentId.isBlank()) {
      throw new BadRequest("agentId is required");
    }
    Agent agent =
        agents
            .find(agentId)
            .filter(found -> workspaceId == null || found.workspaceId().equals(workspaceId))
            .orElseThrow(() -> new NotFound("Agent not found"));
    boolean isInCall = agentsInCalls.contains(agent);
    log.info(
        "[internal.agents.config] agent {} asked for its tools{}",
        agent.id(),
        isInCall ? "" : ", which are masked: it has no call");
    Agent told = isInCall ? agent : agent.shown();
    return new AgentConfig(told.toolConfigs(), told.enabledTools());
  }
}
