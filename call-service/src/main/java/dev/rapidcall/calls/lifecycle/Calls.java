package dev.rapidcall.calls.lifecycle;

import dev.rapidcall.events.AgentId;
import dev.rapidcall.events.CallChannel;
import dev.rapidcall.events.CallEvent.CallResult;
import dev.rapidcall.events.CallId;
import dev.rapidcall.events.RoomName;
import dev.rapidcall.events.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The calls' rows. Each statement writes only the columns it is about, so no writer undoes another.
 */
@Repository
class Calls {
  private static final Duration START_TAKES = Duration.ofMinutes(1);

  private final JdbcClient jdbc;

  Calls(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Makes everything that is said about the call wait until the transaction is over. */
  void lock(CallId id) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:id, 0))")
        .param("id", id.value())
        .query((row, number) -> true)
        .single();
  }

  /** No if it is there already. */
  boolean add(NewCall call) {
    return jdbc.sql(
                """
            insert into calls (id, workspace_id, agent_id, agent_name, counterpart, room_name, channel,
                               outcome, max_call_seconds, opened_at, take_back_at,
                               created_at, updated_at)
            values (:id, :workspace, :agent, :agentName, :counterpart, :room, :channel,
                    :outcome, :longest, :now, :takeBack, :now, :now)
            on conflict (id) do nothing
            """)
            .param("id", call.id().value())
            .param("workspace", call.workspaceId().value())
            .param("agent", call.agentId() == null ? null : call.agentId().value())
            .param("agentName", call.agentName())
            .param("counterpart", call.counterpart())
            .param("room", call.roomName().value())
            .param("channel", call.channel().name())
            .param("outcome", Outcome.IN_PROGRESS)
            .param("longest", call.maxCallSeconds())
            .param("now", Timestamp.from(call.openedAt()))
            .param("takeBack", Timestamp.from(call.openedAt().plus(START_TAKES)))
            .update()
        == 1;
  }

  /** An imported call is over for good: nothing that is heard of it may change it. */
  Optional<Call> find(CallId id) {
    return jdbc.sql("select * from calls where id = :id and imported_at is null")
        .param("id", id.value())
        .query((row, number) -> call(row))
        .optional();
  }

  /** Whether a workspace can see the call, imported or held here. */
  boolean isVisible(CallId id, WorkspaceId workspace) {
    return jdbc.sql(
            """
            select exists (select from calls
                           where id = :id and workspace_id = :workspace and started_at is not null)
            """)
        .param("id", id.value())
        .param("workspace", workspace.value())
        .query(Boolean.class)
        .single();
  }

  void markAnswered(CallId id, Instant answeredAt, Instant now) {
    jdbc.sql("update calls set answered_at = :answered, updated_at = :now where id = :id")
        .param("id", id.value())
        .param("answered", Timestamp.from(answeredAt))
        .param("now", Timestamp.from(now))
        .update();
  }

  void markEnded(CallId id, CallResult result, int revision, Instant now) {
    jdbc.sql(
            """
            update calls
            set answered_at = :answered, ended_at = :ended, talk_millis = :talk, outcome = :outcome,
                revision = :revision, look_at = null, look_into_at = null, updated_at = :now,
                close_room_at = case when room_closed_at is null then :now else close_room_at end
            where id = :id
            """)
        .param("id", id.value())
        .param("answered", timestamp(result.answeredAt()))
        .param("ended", Timestamp.from(result.endedAt()))
        .param("talk", result.talkTime().toMillis())
        .param("outcome", result.outcome())
        .param("revision", revision)
        .param("now", Timestamp.from(now))
        .update();
  }

  void markRoomClosed(CallId id, Instant at) {
    jdbc.sql("update calls set room_closed_at = :at, close_room_at = null where id = :id")
        .param("id", id.value())
        .param("at", Timestamp.from(at))
        .update();
  }

  /** Somebody entered a room after it was deleted, which makes LiveKit open it anew. */
  void closeRoomAgain(CallId id, Instant joinedAt, Instant now) {
    jdbc.sql(
            """
            update calls set close_room_at = :now, room_closed_at = null
            where id = :id and room_closed_at < :joined
            """)
        .param("id", id.value())
        .param("joined", Timestamp.from(joinedAt))
        .param("now", Timestamp.from(now))
        .update();
  }

  private static Call call(ResultSet row) throws SQLException {
    String agentId = row.getString("agent_id");
    Instant answeredAt = instant(row, "answered_at");
    Instant endedAt = instant(row, "ended_at");
    return new Call(
        new CallId(row.getString("id")),
        new WorkspaceId(row.getString("workspace_id")),
        agentId == null ? null : new AgentId(agentId),
        new RoomName(row.getString("room_name")),
        CallChannel.valueOf(row.getString("channel")),
        row.getTimestamp("opened_at").toInstant(),
        instant(row, "started_at"),
        answeredAt,
        endedAt == null
            ? null
            : new CallResult(
                answeredAt,
                endedAt,
                Duration.ofMillis(row.getLong("talk_millis")),
                row.getString("outcome")),
        row.getInt("revision"),
        instant(row, "seen_at"),
        row.getInt("max_call_seconds"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp timestamp = row.getTimestamp(column);
    return timestamp == null ? null : timestamp.toInstant();
  }

  private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
    return instant == null ? null : Timestamp.from(instant);
  }
}
