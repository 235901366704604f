package dev.rapidcall.calls.agents;

import dev.rapidcall.service.errors.ApiException.NotFound;
import dev.rapidcall.service.identity.Caller;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** An agent's numbered prompts over HTTP. */
@RestController
class PromptVersionsController {
  private final Agents agents;
  private final PromptVersions versions;

  PromptVersionsController(Agents agents, PromptVersions versions) {
    this.agents = agents;
    this.versions = versions;
  }

  record PromptsAnswer(List<PromptVersion> prompts) {}

  /** An agent's numbered prompts, the newest first; a call names the one it used. */
  @GetMapping("/api/agents/{id}/prompts")
  PromptsAnswer list(
      Caller caller, @PathVariable String id, @RequestParam @Nullable Integer before) {
    Agent agent =
        agents.find(caller.workspace(), id).orElseThrow(() -> new NotFound("Agent not found"));
    return new PromptsAnswer(versions.of(agent.id(), before));
  }
}
