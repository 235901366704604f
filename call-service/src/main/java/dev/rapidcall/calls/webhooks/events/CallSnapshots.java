package dev.rapidcall.calls.webhooks.events;

import dev.rapidcall.calls.timeline.Fact;
import dev.rapidcall.calls.timeline.Timeline;
import dev.rapidcall.calls.transcripts.Transcripts;
import dev.rapidcall.events.AgentId;
import dev.rapidcall.events.CallChannel;
import dev.rapidcall.events.CallId;
import dev.rapidcall.events.WorkspaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads calls as they stand. */
@Repository
class CallSnapshots {
  private final JdbcClient jdbc;
  private final Transcripts transcripts;
  private final Timeline timeline;

  CallSnapshots(JdbcClient jdbc, Transcripts transcripts, Timeline timeline) {
    this.jdbc = jdbc;
    this.transcripts = transcripts;
    this.timeline = timeline;
  }

  Optional<CallSnapshot> of(CallId call) {
    return jdbc.sql(
            """
            select calls.*, recording ->> 'status' as recording_status
            from calls where id = :id and started_at is not null
            """)
        .param("id", call.value())
        .query((row, number) -> snapshot(row))
        .optional();
  }

  private CallSnapshot snapshot(ResultSet row) throws SQLException {
    CallId id = new CallId(row.getString("id"));
    CallChannel channel = CallChannel.valueOf(row.getString("channel"));
    String agent = row.getString("agent_id");
    Timestamp ended = row.getTimestamp("ended_at");
    String recording = row.getString("recording_status");
    List<Fact> telling = timeline.facts(id, PhoneNumbers.TELLING);
    return new CallSnapshot(
        id,
        new WorkspaceId(row.getString("workspace_id")),
        agent == null ? null : new AgentId(agent),
        row.getString("agent_name"),
        channel,
        PhoneNumbers.of(channel, row.getString("counterpart"), telling),
        row.getTimestamp("started_at").toInstant(),
        ended == null ? null : ended.toInstant(),
        Duration.ofMillis(row.getLong("talk_millis")),
        row.getString("outcome"),
        List.copyOf(transcripts.of(id).values()),
        recording != null && !recording.equals("failed"));
  }
}
