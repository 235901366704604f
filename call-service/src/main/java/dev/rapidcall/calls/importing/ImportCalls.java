package dev.rapidcall.calls.importing;

import dev.rapidcall.calls.importing.Fate.Refused;
import dev.rapidcall.events.CallEvent.CallImported;
import dev.rapidcall.events.CallId;
import dev.rapidcall.events.EventId;
import dev.rapidcall.events.WorkspaceId;
import dev.rapidcall.messaging.EventPublisher;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Keeps calls. They are neither billed nor told to customers, and nothing is due about them; one
 * event tells those who keep something of each call that they exist.
 */
@Component
class ImportCalls implements Destination<CallItem> {
  private static final String KNOWN =
      """
      select id, workspace_id, imported_at is not null as imported, false as changed
      from calls where id = any (:ids) for update
      """;
  private static final String KEEP =
      """
      insert into calls (id, workspace_id, agent_id, agent_name, counterpart, room_name, channel,
                         opened_at, started_at, ended_at, talk_millis, outcome, cost_usd, recording,
                         imported_at, created_at, updated_at)
      values (:id, :workspace, :agent, :agentName, :counterpart, :room, :channel,
              :startedAt, :startedAt, :endedAt, :talk, :outcome, :cost, :recording::jsonb,
              :now, :createdAt, :updatedAt)
      on conflict (id) do update
      set agent_id = excluded.agent_id, agent_name = excluded.agent_name,
          counterpart = excluded.counterpart, room_name = excluded.room_name,
          channel = excluded.channel, opened_at = excluded.opened_at,
          started_at = excluded.started_at, ended_at = excluded.ended_at,
          talk_millis = excluded.talk_millis, outcome = excluded.outcome,
          cost_usd = excluded.cost_usd,
          recording = case
            when exists (select from call_facts
                         where call_id = calls.id and type like 'rapidcall.recording.%')
            then calls.recording else excluded.recording end,
          updated_at = excluded.updated_at
      """;
  private static final String KEEP_DETAILS =
      """
      insert into imported_calls (call_id, metrics, analysis_status, extraction_results, original)
      values (:id, :metrics::jsonb, :analysisStatus, :results::jsonb, :original::jsonb)
      on conflict (call_id) do update
      set metrics = excluded.metrics, analysis_status = excluded.analysis_status,
          extraction_results = excluded.extraction_results, original = excluded.original
      """;
  private static final String KEEP_TRANSCRIPT =
      """
      insert into call_transcripts (call_id, reported_by, reported_at, items)
      values (:id, 'AGENT', :updatedAt, :transcript::jsonb)
      on conflict (call_id) do update
      set reported_at = excluded.reported_at, items = excluded.items
      """;

  private final JdbcClient jdbc;
  private final NamedParameterJdbcTemplate batches;
  private final EventPublisher events;
  private final Clock clock;

  ImportCalls(
      JdbcClient jdbc, NamedParameterJdbcTemplate batches, EventPublisher events, Clock clock) {
    this.jdbc = jdbc;
    this.batches = batches;
    this.events = events;
    this.clock = clock;
  }

  @Override
  public String file() {
    return "calls.json";
  }

  @Override
  public CallItem read(JsonNode item) {
    return CallItem.of(item);
  }

  @Override
  public List<Fate> keep(WorkspaceId workspace, List<CallItem> calls) {
    KnownRows known = KnownRows.lock(jdbc, KNOWN, workspace, calls);
    List<CallItem> taken =
        calls.stream().filter(call -> !(known.fate(call) instanceof Refused)).toList();
    SqlParameterSource[] rows =
        taken.stream().map(call -> row(workspace, call)).toArray(SqlParameterSource[]::new);
    batches.batchUpdate(KEEP, rows);
    batches.batchUpdate(KEEP_DETAILS, rows);
    batches.batchUpdate(KEEP_TRANSCRIPT, rows);
    batches.batchUpdate(
        MeasuredCall.KEEP,
        taken.stream().map(MeasuredCall::row).toArray(SqlParameterSource[]::new));
    Instant now = clock.instant();
    taken.forEach(call -> tell(workspace, call, now));
    return calls.stream().map(known::fate).toList();
  }

  /** Each import tells it anew: what was not there at the last one may be there now. */
  private void tell(WorkspaceId workspace, CallItem call, Instant now) {
    ImportedRecording recording = call.recording();
    events.publish(
        new EventId("imported:" + call.id() + ":" + now.toEpochMilli()),
        now,
        new CallImported(
            new CallId(call.id()),
            workspace,
            call.startedAt(),
            call.endedAt(),
            recording == null ? null : recording.key()));
  }

  private SqlParameterSource row(WorkspaceId workspace, CallItem call) {
    return new MapSqlParameterSource("id", call.id())
        .addValue("workspace", workspace.value())
        .addValue("agent", call.agentId())
        .addValue("agentName", call.agentName())
        .addValue("counterpart", call.counterpart())
        .addValue("room", call.roomName())
        .addValue("channel", call.channel().name())
        .addValue("startedAt", Timestamp.from(call.startedAt()))
        .addValue("endedAt", Timestamp.from(call.endedAt()))
        .addValue("talk", call.talkMillis())
        .addValue("outcome", call.outcome())
        .addValue("cost", call.costUsd())
        .addValue(
            "recording", call.recording() == null ? null : call.recording().shown().toString())
        .addValue("now", Timestamp.from(clock.instant()))
        .addValue("createdAt", Timestamp.from(call.createdAt()))
        .addValue("updatedAt", Timestamp.from(call.updatedAt()))
        .addValue("metrics", call.metrics() == null ? null : call.metrics().toString())
        .addValue("analysisStatus", call.analysisStatus())
        .addValue("results", call.extractionResults().toString())
        .addValue("original", call.original().toString())
        .addValue("transcript", call.transcript().toString());
  }
}
