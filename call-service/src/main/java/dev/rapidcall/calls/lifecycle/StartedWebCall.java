package dev.rapidcall.calls.lifecycle;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What a browser needs to join its call.
 *
 * @param expectedAgentName the agent that was sent for, null where agents come by themselves
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record StartedWebCall(
    String livekitUrl,
    String roomName,
    String token,
    StartedAgent agent,
    String callId,
    @Nullable String expectedAgentName) {

  record StartedAgent(String id, String name) {}
}
