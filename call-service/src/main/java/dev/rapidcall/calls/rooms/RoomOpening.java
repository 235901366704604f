package dev.rapidcall.calls.rooms;

import dev.rapidcall.events.RoomName;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a room shall be like.
 *
 * @param metadata what the voice agent reads; every participant can, so no secrets
 * @param emptyTimeout after which LiveKit closes a room that nobody joined
 * @param departureTimeout after which LiveKit closes a room that everybody left
 * @param dispatch the agent to send for, or null where agents come by themselves
 */
public record RoomOpening(
    RoomName name,
    String metadata,
    Duration emptyTimeout,
    Duration departureTimeout,
    int maxParticipants,
    @Nullable AgentDispatch dispatch) {

  /**
   * An agent that is sent for by name.
   *
   * @param explicit by a request of its own after the room was made, not together with it
   */
  public record AgentDispatch(String agentName, String metadata, boolean explicit) {}
}
