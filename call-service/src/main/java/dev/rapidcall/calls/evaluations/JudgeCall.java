package dev.rapidcall.calls.evaluations;

import dev.rapidcall.calls.agents.Agent;
import dev.rapidcall.calls.agents.Agents;
import dev.rapidcall.calls.agents.CallPrompts;
import dev.rapidcall.calls.ai.AiSettings;
import dev.rapidcall.calls.ai.ChatModel;
import dev.rapidcall.calls.ai.ProviderException;
import dev.rapidcall.calls.lifecycle.Call;
import dev.rapidcall.calls.lifecycle.Outcome;
import dev.rapidcall.calls.transcripts.TranscriptText;
import dev.rapidcall.calls.transcripts.Transcripts;
import dev.rapidcall.events.CallEvent.CallResult;
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
  Optional<Verdict> judge(Call call) {
    String transcript =
        TranscriptText.of(transcripts.of(call.id()), EvaluationQuestion.LONGEST_TRANSCRIPT);
    if (transcript.isEmpty()) {
      return Optional.empty();
    }
    Optional<Agent> agent =
        Optional.ofNullable(call.agentId()).flatMap(id -> agents.find(id.value()));
    CallResult result = call.result();
    return Optional.of(
        Verdict.read(
            model.answer(
                EvaluationQuestion.about(
                    ai.evalModel(),
                    agent.map(Agent::name).orElse("unknown"),
                    prompts.textOf(call.id()).or(() -> agent.map(JudgeCall::prompt)).orElse(""),
                    result == null ? Outcome.IN_PROGRESS : result.outcome(),
                    result == null ? 0 : result.talkTime().toSeconds(),
                    transcript))));
  }

  /** Of a call whose prompt was not kept: what its agent would be told now. */
  private static String prompt(Agent agent) {
    return agent.promptDraft().isBlank() ? agent.promptPublished() : agent.promptDraft();
  }
}
