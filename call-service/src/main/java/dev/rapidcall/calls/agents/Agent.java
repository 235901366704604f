package dev.rapidcall.calls.agents;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rapidcall.events.AgentId;
import dev.rapidcall.events.WorkspaceId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An agent in the shape of the API; times in milliseconds. Its tools hold their real keys. */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Agent(
    String id,
    String workspaceId,
    String name,
    String promptDraft,
    String promptPublished,
    @Nullable Long publishedAt,
    Map<String, @Nullable Object> welcome,
    Map<String, @Nullable Object> voice,
    Map<String, @Nullable Object> backgroundAudio,
    List<String> enabledTools,
    Map<String, @Nullable Object> toolConfigs,
    boolean backchannelEnabled,
    String llmModel,
    boolean autoEvalEnabled,
    List<String> knowledgeFolderIds,
    int maxCallSeconds,
    Map<String, @Nullable Object> defaultDynamicVariables,
    Map<String, @Nullable Object> callSettings,
    @Nullable Map<String, @Nullable Object> fallbackVoice,
    List<Object> postCallDataExtraction,
    String postCallExtractionModel,
    @Nullable String webhookUrl,
    long createdAt,
    long updatedAt) {

  /** The agent's typed id. */
  public AgentId agentId() {
    return new AgentId(id);
  }

  /** The owner's typed id. */
  public WorkspaceId owner() {
    return new WorkspaceId(workspaceId);
  }

  /** As people see it: the keys in its tools masked. */
  Agent shown() {
    return new Agent(
        id,
        workspaceId,
        name,
        promptDraft,
        promptPublished,
        publishedAt,
        welcome,
        voice,
        backgroundAudio,
        enabledTools,
        ToolSecrets.masked(toolConfigs),
        backchannelEnabled,
        llmModel,
        autoEvalEnabled,
        knowledgeFolderIds,
        maxCallSeconds,
        defaultDynamicVariables,
        callSettings,
        fallbackVoice,
        postCallDataExtraction,
        postCallExtractionModel,
        webhookUrl,
        createdAt,
        updatedAt);
  }
}
