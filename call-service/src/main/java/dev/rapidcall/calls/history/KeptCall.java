package dev.rapidcall.calls.history;

import dev.rapidcall.events.CallChannel;
import dev.rapidcall.events.CallId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import org.jspecify.annotations.Nullable;

/** A call's own row and its prompt; times in milliseconds, the recording as JSON text. */
record KeptCall(
    CallId id,
    String workspaceId,
    @Nullable String agentId,
    String agentName,
    String counterpart,
    String roomName,
    CallChannel channel,
    long startedAt,
    @Nullable Long answeredAt,
    @Nullable Long endedAt,
    long durationSec,
    String outcome,
    @Nullable Double cost,
    @Nullable String recording,
    Plays plays,
    @Nullable UsedPrompt prompt,
    long createdAt,
    long updatedAt) {

  /** From a row of {@code calls} with the columns of {@code call_prompts}. */
  static KeptCall of(ResultSet row) throws SQLException {
    return new KeptCall(
        new CallId(row.getString("id")),
        row.getString("workspace_id"),
        row.getString("agent_id"),
        row.getString("agent_name"),
        row.getString("counterpart"),
        row.getString("room_name"),
        CallChannel.valueOf(row.getString("channel")),
        row.getTimestamp("started_at").getTime(),
        millis(row, "answered_at"),
        millis(row, "ended_at"),
        row.getLong("duration_sec"),
        row.getString("outcome"),
        cost(row),
        row.getString("recording"),
        Plays.of(row),
        UsedPrompt.of(row),
        row.getTimestamp("created_at").getTime(),
        row.getTimestamp("updated_at").getTime());
  }

  static @Nullable Double cost(ResultSet row) throws SQLException {
    double cost = row.getDouble("cost_usd");
    return row.wasNull() ? null : cost;
  }

  static @Nullable Long millis(ResultSet row, String column) throws SQLException {
    Timestamp timestamp = row.getTimestamp(column);
    return timestamp == null ? null : timestamp.getTime();
  }
}
