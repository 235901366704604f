package dev.rapidcall.local.sandbox.livekit.http;

import dev.rapidcall.local.sandbox.livekit.rooms.Dispatches;
import dev.rapidcall.local.sandbox.livekit.time.World;
import java.util.List;
import livekit.LivekitAgentDispatch.CreateAgentDispatchRequest;
import livekit.LivekitAgentDispatch.DeleteAgentDispatchRequest;
import livekit.LivekitAgentDispatch.ListAgentDispatchRequest;
import livekit.LivekitAgentDispatch.ListAgentDispatchResponse;

/** LiveKit's AgentDispatchService. */
final class DispatchMethods {

  private static final String SERVICE = "livekit.AgentDispatchService";

  private final World world;
  private final Dispatches dispatches;

  DispatchMethods(World world, Dispatches dispatches) {
    this.world = world;
    this.dispatches = dispatches;
  }

  List<TwirpMethod<?>> all() {
    return List.of(
        new TwirpMethod<>(
            SERVICE,
            "CreateDispatch",
            CreateAgentDispatchRequest.getDefaultInstance(),
            (grants, request) -> grants.administers(request.getRoom()),
            request -> world.ask(() -> dispatches.create(request))),
        new TwirpMethod<>(
            SERVICE,
            "ListDispatch",
            ListAgentDispatchRequest.getDefaultInstance(),
            (grants, request) -> grants.administers(request.getRoom()),
            request -> world.ask(() -> list(request))),
        new TwirpMethod<>(
            SERVICE,
            "DeleteDispatch",
            DeleteAgentDispatchRequest.getDefaultInstance(),
            (grants, request) -> grants.administers(request.getRoom()),
            request ->
                world.ask(() -> dispatches.delete(request.getRoom(), request.getDispatchId()))));
  }

  private ListAgentDispatchResponse list(ListAgentDispatchRequest request) {
    return ListAgentDispatchResponse.newBuilder()
        .addAllAgentDispatches(dispatches.list(request.getRoom(), request.getDispatchId()))
        .build();
  }
}
