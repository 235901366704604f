package dev.rapidcall.calls.agents;

import dev.rapidcall.calls.input.BodyRules;
import dev.rapidcall.calls.input.InputObject;
import dev.rapidcall.calls.input.ReadBy;
import dev.rapidcall.events.WorkspaceId;
import dev.rapidcall.service.errors.ApiException.NotFound;
import dev.rapidcall.service.idempotency.OncePerKey;
import dev.rapidcall.service.identity.Caller;
import dev.rapidcall.service.web.Ok;
import java.util.List;
import java.util.Map;
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

/** An agent's variants over HTTP. */
@RestController
@RequestMapping("/api/agents/{agentId}/variants")
class VariantsController {
  private static final int PROMPT = 200_000;

  private final Agents agents;
  private final Variants variants;

  VariantsController(Agents agents, Variants variants) {
    this.agents = agents;
    this.variants = variants;
  }

  record VariantAnswer(Variant variant) {}

  record VariantsAnswer(List<Variant> variants) {}

  /** An agent's variants, the newest first. */
  @GetMapping
  VariantsAnswer list(Caller caller, @PathVariable String agentId) {
    return new VariantsAnswer(variants.of(known(caller.workspace(), agentId)));
  }

  /** Adds a variant with its share of the calls in percent. */
  @OncePerKey
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  VariantAnswer add(
      Caller caller,
      @PathVariable String agentId,
      @ReadBy(VariantsController.NewVariant.class) @RequestBody(required = false)
          @Nullable JsonNode body) {
    WorkspaceId workspace = caller.workspace();
    Map<String, @Nullable Object> input = InputObject.read(body, Map.of(), new NewVariant());
    return new VariantAnswer(
        variants.add(workspace, agentId, input).orElseThrow(() -> new NotFound("Agent not found")));
  }

  /** Changes what was sent of a variant. */
  @PutMapping("/{id}")
  VariantAnswer change(
      Caller caller,
      @PathVariable String agentId,
      @PathVariable String id,
      @ReadBy(VariantsController.Changes.class) @RequestBody(required = false)
          @Nullable JsonNode body) {
    WorkspaceId workspace = caller.workspace();
    Map<String, @Nullable Object> input = InputObject.read(body, Map.of(), new Changes());
    return new VariantAnswer(
        variants.change(workspace, agentId, id, input).orElseThrow(VariantsController::unknown));
  }

  /** Deletes a variant; the calls that used it keep its name. */
  @DeleteMapping("/{id}")
  Ok remove(Caller caller, @PathVariable String agentId, @PathVariable String id) {
    if (!variants.remove(caller.workspace(), agentId, id)) {
      throw unknown();
    }
    return Ok.DONE;
  }

  /** A new variant. */
  static final class NewVariant implements BodyRules {
    @Override
    public void accept(InputObject fields) {
      rules(fields.require("name").require("prompt").require("trafficPercent"));
    }
  }

  /** What may be changed of a variant. */
  static final class Changes implements BodyRules {
    @Override
    public void accept(InputObject fields) {
      rules(fields);
    }
  }

  private static void rules(InputObject input) {
    input
        .text("name", 1, 80)
        .text("prompt", 1, PROMPT)
        .integer("trafficPercent", 0, 100)
        .bool("enabled");
  }

  private String known(WorkspaceId workspace, String agentId) {
    return agents
        .find(workspace, agentId)
        .map(Agent::id)
        .orElseThrow(() -> new NotFound("Agent not found"));
  }

  private static NotFound unknown() {
    return new NotFound("Variant not found");
  }
}
