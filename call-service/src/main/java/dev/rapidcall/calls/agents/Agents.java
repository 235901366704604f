package dev.rapidcall.calls.agents;

import dev.rapidcall.calls.naming.RandomNames;
import dev.rapidcall.events.WorkspaceId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The agents of workspaces. */
@Component
public class Agents {
  private static final int ID_LENGTH = 10;

  private final AgentRows rows;
  private final PromptVersions versions;
  private final AgentDefaults defaults;
  private final RandomNames names;
  private final Clock clock;
  private final JsonMapper json;

  Agents(
      AgentRows rows,
      PromptVersions versions,
      AgentDefaults defaults,
      RandomNames names,
      Clock clock,
      JsonMapper json) {
    this.rows = rows;
    this.versions = versions;
    this.defaults = defaults;
    this.names = names;
    this.clock = clock;
    this.json = json;
  }

  /** All of a workspace, the newest first. */
  public List<Agent> of(WorkspaceId workspace) {
    return rows.findByWorkspaceIdOrderByCreatedAtDescIdDesc(workspace.value()).stream()
        .map(this::agent)
        .toList();
  }

  /** One of a workspace. */
  public Optional<Agent> find(WorkspaceId workspace, String id) {
    return rows.findByIdAndWorkspaceId(id, workspace.value()).map(this::agent);
  }

  /** One of any workspace, for the voice agent. */
  public Optional<Agent> find(String id) {
    return rows.findById(id).map(this::agent);
  }

  /** Makes one from checked or unchecked input. */
  @Transactional
  public Agent create(WorkspaceId workspace, @Nullable JsonNode body) {
    Map<String, @Nullable Object> input = AgentRules.forCreate(body);
    AgentEntity row =
        new AgentEntity(
            names.next(ID_LENGTH), workspace.value(), text(input, "name", ""), clock.instant());
    row.settings = AgentSettings.defaults();
    row.promptPublished = text(input, "promptPublished", "");
    row.publishedAt = row.promptPublished.isBlank() ? null : row.createdAt;
    apply(row, input);
    AgentEntity kept = rows.saveAndFlush(row);
    numberPublished(kept);
    return agent(kept);
  }

  /** Changes what the input names and keeps the rest. */
  @Transactional
  public Optional<Agent> change(WorkspaceId workspace, String id, @Nullable JsonNode body) {
    Map<String, @Nullable Object> input = AgentRules.forUpdate(body);
    return rows.findForChange(id, workspace.value())
        .map(
            row -> {
              apply(row, input);
              row.updatedAt = clock.instant();
              if (Boolean.TRUE.equals(input.get("publish"))) {
                row.promptPublished = row.promptDraft;
                row.publishedAt = row.updatedAt;
                numberPublished(row);
              }
              return agent(row);
            });
  }

  /** Removes one with its variants and prompts; its calls stay. False if there was none. */
  @Transactional
  public boolean remove(WorkspaceId workspace, String id) {
    return rows.remove(id, workspace.value()) > 0;
  }

  private void apply(AgentEntity row, Map<String, @Nullable Object> input) {
    row.name = text(input, "name", row.name);
    row.promptDraft = text(input, "promptDraft", row.promptDraft);
    String model = text(input, "llmModel", row.llmModel);
    row.llmModel = model.isBlank() ? defaults.defaultLlmModel() : model;
    row.autoEvalEnabled =
        input.get("autoEvalEnabled") instanceof Boolean flag ? flag : row.autoEvalEnabled;
    row.maxCallSeconds =
        input.get("maxCallSeconds") instanceof Integer seconds ? seconds : row.maxCallSeconds;
    row.postCallExtractionModel =
        text(input, "postCallExtractionModel", row.postCallExtractionModel).strip();
    if (input.containsKey("webhookUrl")) {
      String url = text(input, "webhookUrl", "");
      row.webhookUrl = url.isEmpty() ? null : url;
    }
    row.settings = AgentSettings.changed(row.settings, input);
  }

  private void numberPublished(AgentEntity row) {
    if (!row.promptPublished.isBlank()) {
      versions.numberOf(row.id, row.promptPublished);
    }
  }

  private static String text(Map<String, @Nullable Object> input, String name, String otherwise) {
    return input.get(name) instanceof String text ? text : otherwise;
  }

  private Agent agent(AgentEntity row) {
    Map<String, @Nullable Object> all = AgentSettings.defaults();
    all.putAll(row.settings);
    all.put("id", row.id);
    all.put("workspaceId", row.workspaceId);
    all.put("name", row.name);
    all.put("promptDraft", row.promptDraft);
    all.put("promptPublished", row.promptPublished);
    all.put("publishedAt", millis(row.publishedAt));
    all.put("llmModel", row.llmModel);
    all.put("autoEvalEnabled", row.autoEvalEnabled);
    all.put("maxCallSeconds", row.maxCallSeconds);
    all.put("webhookUrl", row.webhookUrl);
    all.put("postCallExtractionModel", row.postCallExtractionModel);
    all.put("createdAt", row.createdAt.toEpochMilli());
    all.put("updatedAt", row.updatedAt.toEpochMilli());
    return json.convertValue(all, Agent.class);
  }

  private static @Nullable Long millis(@Nullable Instant instant) {
    return instant == null ? null : instant.toEpochMilli();
  }
}
