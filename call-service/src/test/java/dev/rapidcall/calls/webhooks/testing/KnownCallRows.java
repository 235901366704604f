package dev.rapidcall.calls.webhooks.testing;

import dev.rapidcall.events.AgentId;
import dev.rapidcall.events.CallChannel;
import dev.rapidcall.events.CallEvent.CallAnalyzed;
import dev.rapidcall.events.CallEvent.CallAnswered;
import dev.rapidcall.events.CallEvent.CallEnded;
import dev.rapidcall.events.CallEvent.CallResult;
import dev.rapidcall.events.CallEvent.CallStarted;
import dev.rapidcall.events.CallId;
import dev.rapidcall.events.RoomName;
import dev.rapidcall.events.WorkspaceId;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Calls of any channel as the lifecycle would have left them, and what it would have said. */
public final class KnownCallRows {
  public static final Instant STARTED = Instant.parse("2026-11-22T10:00:00Z");
  public static final Duration TALK = Duration.ofMillis(31_500);

  private final JdbcClient jdbc;

  KnownCallRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A call that is over. */
  public Known ended(String workspace, @Nullable String agent, CallChannel channel) {
    RoomName room = new RoomName("call-x-" + UUID.randomUUID());
    Known known = new Known(new WorkspaceId(workspace), agent, room, channel);
    jdbc.sql(
            """
            insert into calls (id, workspace_id, agent_id, agent_name, counterpart, room_name,
                               channel, outcome, opened_at, started_at, answered_at, ended_at,
                               talk_millis, created_at, updated_at)
            values (:id, :workspace, :agent, 'Front desk', :counterpart, :room, :channel,
                    'user_hangup', :started, :started, :started, :ended, :talk, :started, :started)
            """)
        .param("id", known.id().value())
        .param("workspace", workspace)
        .param("agent", agent)
        .param("counterpart", channel == CallChannel.WEB ? "webtest" : "+15551230001")
        .param("room", room.value())
        .param("channel", channel.name())
        .param("started", Timestamp.from(STARTED))
        .param("ended", Timestamp.from(STARTED.plus(TALK)))
        .param("talk", TALK.toMillis())
        .update();
    return known;
  }

  /** One of them. */
  public record Known(
      WorkspaceId workspace, @Nullable String agent, RoomName room, CallChannel channel) {
    public CallId id() {
      return CallId.of(room);
    }

    public CallStarted started() {
      AgentId who = agent == null ? null : new AgentId(agent);
      return new CallStarted(id(), workspace, who, room, channel, STARTED);
    }

    public CallAnswered answered() {
      return new CallAnswered(id(), workspace, channel, STARTED);
    }

    public CallEnded ended() {
      return ended(STARTED);
    }

    public CallEnded neverAnswered() {
      return ended(null);
    }

    public CallAnalyzed analyzed() {
      return new CallAnalyzed(id(), workspace, STARTED.plusSeconds(60), true);
    }

    private CallEnded ended(@Nullable Instant answeredAt) {
      return new CallEnded(
          id(),
          workspace,
          channel,
          new CallResult(answeredAt, STARTED.plus(TALK), TALK, "user_hangup"));
    }
  }
}
