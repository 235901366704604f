package dev.rapidcall.calls.evaluations;

import dev.rapidcall.calls.agents.Agent;
import dev.rapidcall.calls.agents.Agents;
import dev.rapidcall.calls.ai.AiSettings;
import dev.rapidcall.calls.lifecycle.Call;
import dev.rapidcall.calls.lifecycle.WhenEnded;
import dev.rapidcall.calls.work.CallTasks;
import dev.rapidcall.events.AgentId;
import dev.rapidcall.events.CallEvent.CallResult;
import org.springframework.stereotype.Component;

/** Plans the one evaluation of each ended call whose agent wants it, over whatever channel. */
@Component
class PlanEvaluation implements WhenEnded {
  /** The kind of task. */
  static final String TASK = "evaluation";

  private final AiSettings ai;
  private final Agents agents;
  private final CallTasks tasks;

  PlanEvaluation(AiSettings ai, Agents agents, CallTasks tasks) {
    this.ai = ai;
    this.agents = agents;
    this.tasks = tasks;
  }

  @Override
  public void ended(Call call, CallResult result) {
    AgentId agent = call.agentId();
    if (agent == null || result.answeredAt() == null || !ai.isConfigured()) {
      return;
    }
    if (agents.find(agent.value()).filter(Agent::autoEvalEnabled).isPresent()) {
      tasks.plan(call.id(), TASK);
    }
  }
}
