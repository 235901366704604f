package dev.rapidcall.calls.importing;

import dev.rapidcall.calls.importing.Fate.Refused;
import dev.rapidcall.events.WorkspaceId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Keeps agents. One that was changed here after its import is left as it is. */
@Component
class ImportAgents implements Destination<AgentItem> {
  private static final String KNOWN =
      """
      select a.id, a.workspace_id, i.agent_id is not null as imported,
             coalesce(i.updated_at <> a.updated_at, false) as changed
      from agents a left join imported_agents i on i.agent_id = a.id
      where a.id = any (:ids) for update of a
      """;
  private static final String KEEP =
      """
      insert into agents (id, workspace_id, name, prompt_draft, prompt_published, published_at,
                          llm_model, auto_eval_enabled, max_call_seconds, webhook_url,
                          post_call_extraction_model, settings, created_at, updated_at)
      values (:id, :workspace, :name, :draft, :published, :publishedAt,
              :model, :autoEval, :maxSeconds, :webhook,
              :extractionModel, :settings::jsonb, :createdAt, :updatedAt)
      on conflict (id) do update
      set name = excluded.name, prompt_draft = excluded.prompt_draft,
          prompt_published = excluded.prompt_published, published_at = excluded.published_at,
          llm_model = excluded.llm_model, auto_eval_enabled = excluded.auto_eval_enabled,
          max_call_seconds = excluded.max_call_seconds, webhook_url = excluded.webhook_url,
          post_call_extraction_model = excluded.post_call_extraction_model,
          settings = excluded.settings, updated_at = excluded.updated_at
      """;
  private static final String MARK =
      """
      insert into imported_agents (agent_id, updated_at, original)
      values (:id, :updatedAt, :original::jsonb)
      on conflict (agent_id) do update
      set updated_at = excluded.updated_at, original = excluded.original
      """;

  private final JdbcClient jdbc;
  private final NamedParameterJdbcTemplate batches;
  private final Clock clock;

  ImportAgents(JdbcClient jdbc, NamedParameterJdbcTemplate batches, Clock clock) {
    this.jdbc = jdbc;
    this.batches = batches;
    this.clock = clock;
  }

  @Override
  public String file() {
    return "agents.json";
  }

  @Override
  public AgentItem read(JsonNode item) {
    return AgentItem.of(item);
  }

  @Override
  public List<Fate> keep(WorkspaceId workspace, List<AgentItem> agents) {
    KnownRows known = KnownRows.lock(jdbc, KNOWN, workspace, agents);
    SqlParameterSource[] rows =
        agents.stream()
            .filter(agent -> !(known.fate(agent) instanceof Refused))
            .map(agent -> row(workspace, agent))
            .toArray(SqlParameterSource[]::new);
    batches.batchUpdate(KEEP, rows);
    batches.batchUpdate(MARK, rows);
    return agents.stream().map(known::fate).toList();
  }

  private SqlParameterSource row(WorkspaceId workspace, AgentItem agent) {
    Instant createdAt = Objects.requireNonNullElseGet(agent.createdAt(), clock::instant);
    Instant updatedAt = Objects.requireNonNullElse(agent.updatedAt(), createdAt);
    return new MapSqlParameterSource("id", agent.id())
        .addValue("workspace", workspace.value())
        .addValue("name", agent.name())
        .addValue("draft", agent.promptDraft())
        .addValue("published", agent.promptPublished())
        .addValue("publishedAt", timestamp(agent.publishedAt()))
        .addValue("model", agent.llmModel())
        .addValue("autoEval", agent.autoEvalEnabled())
        .addValue("maxSeconds", agent.maxCallSeconds())
        .addValue("webhook", agent.webhookUrl())
        .addValue("extractionModel", agent.postCallExtractionModel())
        .addValue("settings", agent.settings().toString())
        .addValue("createdAt", Timestamp.from(createdAt))
        .addValue("updatedAt", Timestamp.from(updatedAt))
        .addValue("original", agent.original().toString());
  }

  private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
    return instant == null ? null : Timestamp.from(instant);
  }
}
