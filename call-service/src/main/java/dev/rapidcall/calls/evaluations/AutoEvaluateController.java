package dev.rapidcall.calls.evaluations;

import dev.rapidcall.service.identity.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class AutoEvaluateController {
  private final AutoEvaluate autoEvaluate;

  AutoEvaluateController(AutoEvaluate autoEvaluate) {
    this.autoEvaluate = autoEvaluate;
  }

  record EvaluationAnswer(Evaluation evaluation) {}

  /** Has the language model judge a call now. */
  @PostMapping("/api/calls/{id}/auto-evaluate")
  @ResponseStatus(HttpStatus.CREATED)
  EvaluationAnswer evaluate(Caller caller, @PathVariable String id) {
    return new EvaluationAnswer(autoEvaluate.evaluate(caller.workspace(), id));
  }
}
