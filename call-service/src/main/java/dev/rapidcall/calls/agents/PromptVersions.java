package dev.rapidcall.calls.agents;

import dev.rapidcall.service.errors.ApiException.NotFound;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The numbered prompts of agents. */
@Repository
class PromptVersions {
  private final JdbcClient jdbc;
  private final Clock clock;

  PromptVersions(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** The newest first. */
  List<PromptVersion> of(String agentId) {
    return jdbc.sql("select * from agent_prompts where agent_id = :agent order by version desc")
        .param("agent", agentId)
        .query(
            (row, number) ->
                new PromptVersion(
                    row.getInt("version"),
                    row.getString("prompt"),
                    row.getTimestamp("created_at").getTime()))
        .list();
  }

  /**
   * The number of a text, which gets the next one if it is new.
   *
   * @throws NotFound if the agent is gone
   */
  @Transactional
  public int numberOf(String agentId, String prompt) {
    String digest = HexFormat.of().formatHex(Sha256.of(prompt.getBytes(StandardCharsets.UTF_8)));
    return find(agentId, digest).orElseGet(() -> add(agentId, digest, prompt));
  }

  private int add(String agentId, String digest, String prompt) {
    if (!hold(agentId)) {
      throw new NotFound("Agent not found");
    }
    jdbc.sql(
            """
            insert into agent_prompts (agent_id, version, digest, prompt, created_at)
            select :agent, coalesce(max(version), 0) + 1, :digest, :prompt, :now
            from agent_prompts where agent_id = :agent
            on conflict (agent_id, digest) do nothing
            """)
        .param("agent", agentId)
        .param("digest", digest)
        .param("prompt", prompt)
        .param("now", Timestamp.from(clock.instant()))
        .update();
    return find(agentId, digest).orElseThrow();
  }

  /** Numbers are given one after the other: the agent's row is held meanwhile. */
  private boolean hold(String agentId) {
    return jdbc.sql("select id from agents where id = :agent for no key update")
        .param("agent", agentId)
        .query(String.class)
        .optional()
        .isPresent();
  }

  private Optional<Integer> find(String agentId, String digest) {
    return jdbc.sql(
            "select version from agent_prompts where agent_id = :agent and digest = :digest")
        .param("agent", agentId)
        .param("digest", digest)
        .query(Integer.class)
        .optional();
  }
}
