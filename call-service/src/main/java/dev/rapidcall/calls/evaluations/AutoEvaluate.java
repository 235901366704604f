package dev.rapidcall.calls.evaluations;

import dev.rapidcall.calls.ai.ProviderException;
import dev.rapidcall.calls.lifecycle.KnownCalls;
import dev.rapidcall.events.WorkspaceId;
import dev.rapidcall.service.errors.ApiException.BadRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Evaluates a call by a model, now, because a person wants to know. */
@Component
class AutoEvaluate {
  private static final Logger log = LoggerFactory.getLogger(AutoEvaluate.class);

  private final KnownCalls calls;
  private final JudgedCalls judgedCalls;
  private final JudgeCall judgeCall;
  private final Evaluations evaluations;

  AutoEvaluate(
      KnownCalls calls, JudgedCalls judgedCalls, JudgeCall judgeCall, Evaluations evaluations) {
    this.calls = calls;
    this.judgedCalls = judgedCalls;
    this.judgeCall = judgeCall;
    this.evaluations = evaluations;
  }

  Evaluation evaluate(WorkspaceId workspace, String id) {
    JudgedCall call = judgedCalls.get(calls.visible(workspace, id));
    return evaluations.add(verdict(call).on(call, null));
  }

  private Verdict verdict(JudgedCall call) {
    try {
      return judgeCall
          .judge(call)
          .orElseThrow(() -> new BadRequest("The call has no transcript to evaluate"));
    } catch (ProviderException e) {
      log.warn("[calls.auto-evaluate] call {}: {}: {}", call.id(), e.kind(), e.getMessage());
      throw e.toApi("The call could not be evaluated");
    }
  }
}
