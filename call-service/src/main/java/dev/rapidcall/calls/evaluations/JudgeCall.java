package dev.rapidcall.calls.evaluations;

import dev.rapidcall.calls.agents.Agent;
import dev.rapidcall.calls.agents.Agents;
import dev.rapidcall.calls.agents.CallPrompts;
import dev.rapidcall.calls.ai.AiSettings;
import dev.rapidcall.calls.ai.ChatModel;
import dev.rapidcall.calls.ai.ProviderException;
import dev.rapidcall.calls.transcripts.TranscriptText;
import dev.rapidcall.calls.transcripts.Transcripts;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Has a model judge a call by its transcript and by the prompt that it really ran with. */
@Component
class JudgeCall {
  private final Transcripts transcripts;
  private final Agents agents;
  private final CallPrompts prompts;
  private final ChatModel model;
  private final AiSettings ai;

  JudgeCall(
      Transcripts transcripts, Agents agents, CallPrompts prompts, ChatModel model, AiSettings ai) {
    this.transcripts = transcripts;
    this.agents = agents;
    this.prompts = prompts;
    this.model = model;
    this.ai = ai;
  }

  /**
   * The verdict, or empty if nothing was said in the call.
   *
   * @throws ProviderException if the model gives none
   */
  Optional<Verdict> judge(JudgedCall call) {
    String transcript =
        TranscriptText.of(transcripts.of(call.id()), EvaluationQuestion.LONGEST_TRANSCRIPT);
    if (transcript.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        Verdict.read(
            model.answer(
                EvaluationQuestion.about(
                    ai.evalModel(),
                    call.agentName(),
                    prompts.textOf(call.id()).or(() -> promptOfAgent(call)).orElse(""),
                    call.outcome(),
                    call.durationSec(),
                    transcript))));
  }

  /** An imported call may name an agent of anybody's: only the workspace's own counts. */
  private Optional<String> promptOfAgent(JudgedCall call) {
    return Optional.ofNullable(call.agentId())
        .flatMap(agent -> agents.find(call.workspaceId(), agent))
        .map(JudgeCall::prompt);
  }

  /** Of a call whose prompt was not kept: what its agent would be told now. */
  private static String prompt(Agent agent) {
    return agent.promptDraft().isBlank() ? agent.promptPublished() : agent.promptDraft();
  }
}
