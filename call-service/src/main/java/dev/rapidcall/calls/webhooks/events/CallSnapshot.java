package dev.rapidcall.calls.webhooks.events;

import dev.rapidcall.events.AgentId;
import dev.rapidcall.events.CallChannel;
import dev.rapidcall.events.CallId;
import dev.rapidcall.events.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A call as it stands at one moment.
 *
 * @param endedAt null while it goes on
 * @param talkTime from answer to hang-up
 * @param transcript items as the calls API shows them
 * @param recorded whether there is, or will be, something to hear
 */
record CallSnapshot(
    CallId id,
    WorkspaceId workspaceId,
    @Nullable AgentId agentId,
    String agentName,
    CallChannel channel,
    PhoneNumbers numbers,
    Instant startedAt,
    @Nullable Instant endedAt,
    Duration talkTime,
    String outcome,
    List<JsonNode> transcript,
    boolean recorded) {}
