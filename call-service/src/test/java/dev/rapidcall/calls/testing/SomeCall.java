package dev.rapidcall.calls.testing;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A call as it lies in the table, without the way there. */
public final class SomeCall {
  public static final Instant START = Instant.parse("2026-11-22T10:00:00Z");

  private final String id = "call_" + UUID.randomUUID().toString().substring(0, 12);
  private final String workspace;
  private @Nullable String agent;
  private String counterpart = "webtest";
  private String channel = "WEB";
  private String outcome = "user_hangup";
  private Instant startedAt = START;
  private @Nullable Instant endedAt = START.plusSeconds(60);
  private @Nullable Long talkMillis = 60_000L;
  private @Nullable String recording;
  private @Nullable Instant importedAt;

  private SomeCall(String workspace) {
    this.workspace = workspace;
  }

  public static SomeCall of(String workspace) {
    return new SomeCall(workspace);
  }

  public String id() {
    return id;
  }

  public SomeCall with(String agentId) {
    agent = agentId;
    return this;
  }

  public SomeCall from(String phone) {
    counterpart = phone;
    channel = "PHONE_INBOUND";
    return this;
  }

  public SomeCall outcome(String word) {
    outcome = word;
    return this;
  }

  /** Talk and call are equally long. */
  public SomeCall at(Instant start, long seconds) {
    startedAt = start;
    endedAt = start.plusSeconds(seconds);
    talkMillis = seconds * 1000;
    return this;
  }

  public SomeCall running() {
    endedAt = null;
    talkMillis = null;
    outcome = "in_progress";
    return this;
  }

  public SomeCall talked(long millis) {
    talkMillis = millis;
    return this;
  }

  public SomeCall recorded() {
    recording = "{\"kind\":\"egress_s3\",\"url\":\"/api/calls/" + id + "/recording\"}";
    return this;
  }

  public SomeCall imported() {
    importedAt = START;
    return this;
  }

  public String keep(JdbcClient jdbc) {
    jdbc.sql(
            """
            insert into calls (id, workspace_id, agent_id, agent_name, counterpart, room_name, channel,
                               opened_at, started_at, ended_at, talk_millis, outcome, recording,
                               imported_at, created_at, updated_at)
            values (:id, :workspace, :agent, 'Agent', :counterpart, :id, :channel, :started, :started,
                    :ended, :talk, :outcome, :recording::jsonb, :imported, :started, :started)
            """)
        .param("id", id)
        .param("workspace", workspace)
        .param("agent", agent)
        .param("counterpart", counterpart)
        .param("channel", channel)
        .param("started", Timestamp.from(startedAt))
        .param("ended", endedAt == null ? null : Timestamp.from(endedAt))
        .param("talk", talkMillis)
        .param("outcome", outcome)
        .param("recording", recording)
        .param("imported", importedAt == null ? null : Timestamp.from(importedAt))
        .update();
    return id;
  }
}
