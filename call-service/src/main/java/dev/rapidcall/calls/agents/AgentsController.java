package dev.rapidcall.calls.agents;

import dev.rapidcall.service.errors.ApiException.NotFound;
import dev.rapidcall.service.identity.Caller;
import java.util.List;
import java.util.Map;
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

  @GetMapping
  Map<String, List<Agent>> list(Caller caller) {
    return Map.of("agents", agents.of(caller.workspace()).stream().map(Agent::shown).toList());
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Map<String, Agent> create(Caller caller, @RequestBody(required = false) @Nullable JsonNode body) {
    return Map.of("agent", agents.create(caller.workspace(), body).shown());
  }

  @GetMapping("/{id}")
  Map<String, Agent> get(Caller caller, @PathVariable String id) {
    return Map.of("agent", shown(agents.find(caller.workspace(), id)));
  }

  @PutMapping("/{id}")
  Map<String, Agent> change(
      Caller caller,
      @PathVariable String id,
      @RequestBody(required = false) @Nullable JsonNode body) {
    return Map.of("agent", shown(agents.change(caller.workspace(), id, body)));
  }

  @DeleteMapping("/{id}")
  Map<String, Boolean> remove(Caller caller, @PathVariable String id) {
    if (!agents.remove(caller.workspace(), id)) {
      throw new NotFound("Agent not found");
    }
    return Map.of("ok", true);
  }

  private static Agent shown(Optional<Agent> agent) {
    return agent.map(Agent::shown).orElseThrow(() -> new NotFound("Agent not found"));
  }
}
