package dev.rapidcall.calls.lifecycle;

import dev.rapidcall.events.AgentId;
import dev.rapidcall.events.CallChannel;
import dev.rapidcall.events.CallId;
import dev.rapidcall.events.RoomName;
import dev.rapidcall.events.WorkspaceId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A call that is about to be opened. {@code counterpart} is the other party: a number or {@code
 * webtest}.
 *
 * @param maxCallSeconds what its agent allows; 0 if it says nothing
 */
record NewCall(
    WorkspaceId workspaceId,
    @Nullable AgentId agentId,
    String agentName,
    String counterpart,
    RoomName roomName,
    CallChannel channel,
    Instant openedAt,
    int maxCallSeconds) {

  CallId id() {
    return CallId.of(roomName);
  }
}
