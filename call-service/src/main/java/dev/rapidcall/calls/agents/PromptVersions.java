package dev.rapidcall.calls.agents;

import dev.rapidcall.service.errors.ApiException.NotFound;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The numbered prompts of agents. */
@Repository
class PromptVersions {
  private static final int MOST = 100;
  private static final long BYTES = 4L * 1024 * 1024;

  private final JdbcClient jdbc;
  private final Clock clock;

  PromptVersions(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * The newest first, before a version if one is named: a hundred at most, as many as fit into a
   * few megabytes, but one at least.
   */
  List<PromptVersion> of(String agentId, @Nullable Integer before) {
    return jdbc.sql(
            """
            select * from (
              select *, sum(octet_length(prompt)) over (order by version desc) as so_far
              from (select * from agent_prompts
                    where agent_id = :agent and (:before::int is null or version < :before)
                    order by version desc limit :most) newest) summed
            where so_far <= :bytes or so_far = octet_length(prompt)
            order by version desc
            """)
        .param("agent", agentId)
        .param("before", before)
        .param("most", MOST)
        .param("bytes", BYTES)
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
