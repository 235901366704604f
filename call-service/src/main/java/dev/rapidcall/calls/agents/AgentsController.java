package dev.rapidcall.calls.agents;

import dev.rapidcall.calls.input.ReadBy;
import dev.rapidcall.service.errors.ApiException.NotFound;
import dev.rapidcall.service.idempotency.OncePerKey;
import dev.rapidcall.service.identity.Caller;
import dev.rapidcall.service.web.Ok;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Agents of the caller's workspace over HTTP. */
@RestController
@RequestMapping("/api/agents")
class AgentsController {
  private final Agents agents;

  AgentsController(Agents agents) {
    this.agents = agents;
  }

  record AgentAnswer(Agent agent) {}

  record AgentsAnswer(List<Agent> agents) {}

  /** The workspace's agents, the newest first. */
  @GetMapping
  AgentsAnswer list(Caller caller) {
    return new AgentsAnswer(agents.of(caller.workspace()).stream().map(Agent::shown).toList());
  }

  /** Makes an agent. */
  @OncePerKey
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  AgentAnswer create(
      Caller caller,
      @ReadBy(AgentRules.NewAgent.class) @RequestBody(required = false) @Nullable JsonNode body) {
    return new AgentAnswer(agents.create(caller.workspace(), body).shown());
  }

  /** One agent. */
  @GetMapping("/{id}")
  AgentAnswer get(Caller caller, @PathVariable String id) {
    return new AgentAnswer(shown(agents.find(caller.workspace(), id)));
  }

  /** Changes what was sent of an agent; publish: true makes the draft the published prompt. */
  @PutMapping("/{id}")
  AgentAnswer change(
      Caller caller,
      @PathVariable String id,
      @ReadBy(AgentRules.Changes.class) @RequestBody(required = false) @Nullable JsonNode body) {
    return new AgentAnswer(shown(agents.change(caller.workspace(), id, body)));
  }

  /** Deletes an agent; its calls stay. */
  @DeleteMapping("/{id}")
  Ok remove(Caller caller, @PathVariable String id) {
    if (!agents.remove(caller.workspace(), id)) {
      throw new NotFound("Agent not found");
    }
    return Ok.DONE;
  }

  private static Agent shown(Optional<Agent> agent) {
    return agent.map(Agent::shown).orElseThrow(() -> new NotFound("Agent not found"));
  }
}
