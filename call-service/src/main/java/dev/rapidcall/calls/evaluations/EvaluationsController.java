package dev.rapidcall.calls.evaluations;

import dev.rapidcall.calls.input.BodyRules;
import dev.rapidcall.calls.input.InputObject;
import dev.rapidcall.calls.input.ReadBy;
import dev.rapidcall.calls.lifecycle.KnownCalls;
import dev.rapidcall.events.CallId;
import dev.rapidcall.events.WorkspaceId;
import dev.rapidcall.service.idempotency.OncePerKey;
import dev.rapidcall.service.identity.Caller;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The verdicts on a call over HTTP. */
@RestController
@RequestMapping("/api/calls/{callId}/evaluations")
class EvaluationsController {
  private static final int NOTES = 2000;

  private final KnownCalls calls;
  private final Evaluations evaluations;

  EvaluationsController(KnownCalls calls, Evaluations evaluations) {
    this.calls = calls;
    this.evaluations = evaluations;
  }

  record EvaluationAnswer(Evaluation evaluation) {}

  record EvaluationsAnswer(List<Evaluation> evaluations) {}

  /** What a person thinks of a call. */
  static final class Verdict implements BodyRules {
    @Override
    public void accept(InputObject fields) {
      fields.require("score").integer("score", 0, 100).text("notes", 0, NOTES);
    }
  }

  /** The verdicts on a call, the newest first. */
  @GetMapping
  EvaluationsAnswer list(Caller caller, @PathVariable String callId) {
    return new EvaluationsAnswer(evaluations.of(calls.visible(caller.workspace(), callId)));
  }

  /** Notes a person's verdict on a call. */
  @OncePerKey
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  EvaluationAnswer add(
      Caller caller,
      @PathVariable String callId,
      @ReadBy(EvaluationsController.Verdict.class) @RequestBody(required = false)
          @Nullable JsonNode body) {
    WorkspaceId workspace = caller.workspace();
    Map<String, @Nullable Object> input = InputObject.read(body, Map.of(), new Verdict());
    CallId call = calls.visible(workspace, callId);
    int score = input.get("score") instanceof Integer number ? number : 0;
    String notes = input.get("notes") instanceof String text ? text : "";
    return new EvaluationAnswer(
        evaluations.add(NewEvaluation.manual(call, workspace, score, notes)));
  }
}
