package dev.rapidcall.calls.analysis;

import dev.rapidcall.calls.agents.Agent;
import dev.rapidcall.calls.agents.Agents;
import dev.rapidcall.calls.ai.AiSettings;
import dev.rapidcall.calls.ai.ChatModel;
import dev.rapidcall.calls.ai.ProviderException;
import dev.rapidcall.calls.lifecycle.Call;
import dev.rapidcall.calls.lifecycle.KnownCalls;
import dev.rapidcall.calls.transcripts.LastWords;
import dev.rapidcall.calls.transcripts.TranscriptText;
import dev.rapidcall.calls.transcripts.Transcripts;
import dev.rapidcall.calls.work.CallTask;
import dev.rapidcall.calls.work.CallTasks;
import dev.rapidcall.calls.work.TaskWorker;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Analyses one call after it, as its transcript is then. */
@Component
class AnalyseCall implements TaskWorker {
  private static final Logger log = LoggerFactory.getLogger(AnalyseCall.class);
  private static final int SHORTEST_TRANSCRIPT = 10;

  private final KnownCalls calls;
  private final LastWords lastWords;
  private final Transcripts transcripts;
  private final Agents agents;
  private final AgentReports agentReports;
  private final ChatModel model;
  private final AiSettings ai;
  private final CallTasks tasks;
  private final SettleAnalysis settleAnalysis;

  AnalyseCall(
      KnownCalls calls,
      LastWords lastWords,
      Transcripts transcripts,
      Agents agents,
      AgentReports agentReports,
      ChatModel model,
      AiSettings ai,
      CallTasks tasks,
      SettleAnalysis settleAnalysis) {
    this.calls = calls;
    this.lastWords = lastWords;
    this.transcripts = transcripts;
    this.agents = agents;
    this.agentReports = agentReports;
    this.model = model;
    this.ai = ai;
    this.tasks = tasks;
    this.settleAnalysis = settleAnalysis;
  }

  @Override
  public String kind() {
    return SettleAnalysis.TASK;
  }

  @Override
  public void work(CallTask task) {
    var tooEarly = lastWords.awaited(task);
    if (tooEarly.isPresent()) {
      tasks.waitUntil(task, tooEarly.get());
      return;
    }
    Call call = calls.find(task.call()).orElseThrow();
    if (tasks.isHopeless(task)) {
      settleAnalysis.ours(task, call, CallAnalysis.NOTHING);
      return;
    }
    try {
      settleAnalysis.ours(task, call, analysis(call));
    } catch (ProviderException e) {
      log.warn("[analysis] call {}: {}: {}", call.id(), e.kind(), e.getMessage());
      if (!tasks.tryAgain(task)) {
        settleAnalysis.ours(task, call, CallAnalysis.NOTHING);
      }
    }
  }

  private CallAnalysis analysis(Call call) {
    JsonNode items = transcripts.of(call.id());
    String text = TranscriptText.of(items, PresetQuestion.LONGEST_TRANSCRIPT);
    if (text.length() < SHORTEST_TRANSCRIPT) {
      return CallAnalysis.NONE;
    }
    Map<String, @Nullable Object> preset =
        PresetQuestion.read(model.answer(PresetQuestion.about(text, ai.evalModel())));
    return new CallAnalysis(CallAnalysis.COMPLETED, extraction(call, items), preset);
  }

  private List<Map<String, @Nullable Object>> extraction(Call call, JsonNode items) {
    Optional<Agent> agent =
        Optional.ofNullable(call.agentId()).flatMap(id -> agents.find(id.value()));
    if (agent.isEmpty() || agentReports.of(call.id()).isPresent()) {
      return List.of();
    }
    List<Object> fields = agent.get().postCallDataExtraction();
    if (ExtractionField.of(fields).isEmpty()) {
      return List.of();
    }
    String own = agent.get().postCallExtractionModel();
    String text = TranscriptText.of(items, ExtractionQuestion.LONGEST_TRANSCRIPT);
    String answer =
        model.answer(ExtractionQuestion.about(fields, text, own.isBlank() ? ai.evalModel() : own));
    return ExtractionQuestion.read(answer, fields);
  }
}
