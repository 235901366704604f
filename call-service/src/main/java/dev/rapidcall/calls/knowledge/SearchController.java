package dev.rapidcall.calls.knowledge;

import dev.rapidcall.calls.input.ReadBy;
import dev.rapidcall.calls.knowledge.KnowledgeRules.Question;
import dev.rapidcall.events.WorkspaceId;
import dev.rapidcall.service.errors.ApiException.Forbidden;
import dev.rapidcall.service.errors.ApiException.NotFound;
import dev.rapidcall.service.identity.Caller;
import dev.rapidcall.service.identity.Scope;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The search over HTTP: for people in folders they name, for the voice agent in a call. */
@RestController
class SearchController {
  private static final int REACH = 180;
  private static final int REACH_FOR_AGENT = 220;

  private final SearchKnowledge search;
  private final KnowledgeOfCalls calls;

  SearchController(SearchKnowledge search, KnowledgeOfCalls calls) {
    this.search = search;
    this.calls = calls;
  }

  record ResultsAnswer(List<Found> results) {}

  /** Finds passages that hold the words of a question in the folders named. */
  @PostMapping("/api/kb/search")
  ResultsAnswer search(
      Caller caller,
      @ReadBy(KnowledgeRules.PublicQuestion.class) @RequestBody(required = false)
          @Nullable JsonNode body) {
    WorkspaceId workspace = caller.workspace();
    Question question = KnowledgeRules.publicQuestion(body);
    return new ResultsAnswer(found(workspace, List.of(), question, REACH));
  }

  /** Finds passages during a call; folders that are not named are those the call's agent knows. */
  @PostMapping("/api/internal/kb/search")
  ResultsAnswer searchInCall(
      Caller caller,
      @ReadBy(KnowledgeRules.AgentQuestion.class) @RequestBody(required = false)
          @Nullable JsonNode body) {
    if (!caller.has(Scope.AGENT)) {
      throw new Forbidden("Only for the voice agent");
    }
    Map.Entry<String, Question> asked = KnowledgeRules.agentQuestion(body);
    KnowledgeOfCalls.Knowledge known =
        calls.find(asked.getKey()).orElseThrow(() -> new NotFound("Call not found"));
    return new ResultsAnswer(
        found(known.workspace(), known.folders(), asked.getValue(), REACH_FOR_AGENT));
  }

  private List<Found> found(
      WorkspaceId workspace, List<String> usual, Question question, int reach) {
    List<String> folders = Objects.requireNonNullElse(question.folders(), usual);
    return search.search(workspace, folders, question.query(), question.limit(), reach);
  }
}
