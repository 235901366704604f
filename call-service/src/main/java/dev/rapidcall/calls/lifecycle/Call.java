package dev.rapidcall.calls.lifecycle;

import dev.rapidcall.events.AgentId;
import dev.rapidcall.events.CallChannel;
import dev.rapidcall.events.CallEvent.CallResult;
import dev.rapidcall.events.CallId;
import dev.rapidcall.events.RoomName;
import dev.rapidcall.events.WorkspaceId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A call as it was last judged.
 *
 * @param startedAt null until its room is open
 * @param result how it came out, null while it goes on
 * @param revision how often the result was corrected
 * @param seenAt when LiveKit last said that a caller is in the room
 * @param maxCallSeconds what its agent allowed when it started; 0 if it said nothing
 */
public record Call(
    CallId id,
    WorkspaceId workspaceId,
    @Nullable AgentId agentId,
    RoomName roomName,
    CallChannel channel,
    Instant openedAt,
    @Nullable Instant startedAt,
    @Nullable Instant answeredAt,
    @Nullable CallResult result,
    int revision,
    @Nullable Instant seenAt,
    int maxCallSeconds) {

  /** Whether it is over. */
  public boolean hasEnded() {
    return result != null;
  }
}
