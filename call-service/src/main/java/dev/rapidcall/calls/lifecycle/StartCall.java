package dev.rapidcall.calls.lifecycle;

import dev.rapidcall.calls.agents.Agent;
import dev.rapidcall.calls.agents.Agents;
import dev.rapidcall.calls.agents.ComposePrompt;
import dev.rapidcall.calls.agents.ComposedPrompt;
import dev.rapidcall.calls.naming.KeyedNames;
import dev.rapidcall.calls.naming.RandomNames;
import dev.rapidcall.calls.rooms.ParticipantTokens;
import dev.rapidcall.calls.rooms.RoomOpening;
import dev.rapidcall.calls.rooms.RoomOpening.AgentDispatch;
import dev.rapidcall.calls.rooms.Rooms;
import dev.rapidcall.calls.rooms.RoomsException;
import dev.rapidcall.events.CallChannel;
import dev.rapidcall.events.RoomName;
import dev.rapidcall.events.WorkspaceId;
import dev.rapidcall.service.errors.ApiException.BadGateway;
import dev.rapidcall.service.errors.ApiException.BadRequest;
import dev.rapidcall.service.errors.ApiException.NotFound;
import dev.rapidcall.service.errors.ApiException.Unavailable;
import dev.rapidcall.service.idempotency.RequestKey;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Starts a web call: its row first, then its room, then {@code CallStarted}. A start that is cut
 * off between any two of them leaves a row that is taken back with its room.
 */
@Component
class StartCall {
  /** The other party of a web call, in the words of the calls API. */
  static final String WEB_TEST = "webtest";

  private static final Logger log = LoggerFactory.getLogger(StartCall.class);
  private static final int CALLER_AND_AGENT = 2;
  private static final int ROOM_SUFFIX = 6;
  private static final int IDENTITY_SUFFIX = 8;

  private final Agents agents;
  private final ComposePrompt composePrompt;
  private final Rooms rooms;
  private final ParticipantTokens tokens;
  private final OpenCall openCall;
  private final WebCallProperties properties;
  private final RandomNames names;
  private final Clock clock;
  private final JsonMapper json;

  StartCall(
      Agents agents,
      ComposePrompt composePrompt,
      Rooms rooms,
      ParticipantTokens tokens,
      OpenCall openCall,
      WebCallProperties properties,
      RandomNames names,
      Clock clock,
      JsonMapper json) {
    this.agents = agents;
    this.composePrompt = composePrompt;
    this.rooms = rooms;
    this.tokens = tokens;
    this.openCall = openCall;
    this.properties = properties;
    this.names = names;
    this.clock = clock;
    this.json = json;
  }

  /**
   * Starts it, or goes on with what an earlier try left.
   *
   * @param key the same for the repetitions of one request
   */
  StartedWebCall start(
      WorkspaceId workspace, String agentId, WebCallRequest request, Optional<RequestKey> key) {
    Agent agent =
        agents.find(workspace, agentId).orElseThrow(() -> new NotFound("Agent not found"));
    RoomName room =
        new RoomName(
            properties.roomPrefix()
                + agent.id()
                + "-"
                + key.map(it -> KeyedNames.of(it.value()))
                    .orElseGet(() -> names.next(ROOM_SUFFIX)));
    NewCall call =
        new NewCall(
            workspace,
            agent.agentId(),
            agent.name(),
            WEB_TEST,
            room,
            CallChannel.WEB,
            clock.instant(),
            agent.maxCallSeconds());
    ComposedPrompt prompt =
        composePrompt
            .compose(agent, call.channel(), call.id(), request.dynamicVariables())
            .orElseThrow(
                () -> new BadRequest("The agent has no prompt. Write one before you call it."));
    if (openCall.begin(call, prompt)) {
      openRoom(call, agent, prompt, request);
      complete(call);
    }
    return new StartedWebCall(
        properties.livekitUrl(),
        room.value(),
        tokens.issue(room, "user-" + names.next(IDENTITY_SUFFIX)),
        new StartedWebCall.StartedAgent(agent.id(), agent.name()),
        call.id().value(),
        expectedAgentName());
  }

  private void complete(NewCall call) {
    if (!openCall.complete(call)) {
      log.warn("[agents.start] call {} took too long to start", call.id());
      openCall.takeBackSoon(call);
      throw new Unavailable("The call could not be started in time. Try again.", 1);
    }
    log.info("[agents.start] call {} started in room {}", call.id(), call.roomName());
  }

  private void openRoom(NewCall call, Agent agent, ComposedPrompt prompt, WebCallRequest request) {
    try {
      rooms.open(
          new RoomOpening(
              call.roomName(),
              json.writeValueAsString(RoomMetadata.ofWebCall(call.id(), agent, prompt, request)),
              properties.emptyTimeout(),
              properties.departureTimeout(),
              CALLER_AND_AGENT,
              dispatch(call, agent)));
    } catch (RoomsException e) {
      log.warn("[agents.start] call {} has no room: {}", call.id(), e.getMessage());
      openCall.takeBackSoon(call);
      throw new BadGateway(
          "The call could not be started",
          Map.of(
              "details", "LiveKit did not open the room or did not take the agent.",
              "hint", "Check that LiveKit is running and that its URL and keys are right."));
    }
  }

  private @Nullable AgentDispatch dispatch(NewCall call, Agent agent) {
    String agentName = expectedAgentName();
    if (agentName == null) {
      return null;
    }
    Map<String, String> metadata =
        Map.of("source", WEB_TEST, "callId", call.id().value(), "agentId", agent.id());
    return new AgentDispatch(
        agentName, json.writeValueAsString(metadata), properties.explicitDispatch());
  }

  private @Nullable String expectedAgentName() {
    return properties.agentName().isBlank() ? null : properties.agentName();
  }
}
