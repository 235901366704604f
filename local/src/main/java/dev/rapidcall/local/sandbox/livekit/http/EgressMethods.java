package dev.rapidcall.local.sandbox.livekit.http;

import dev.rapidcall.local.sandbox.livekit.egress.EgressService;
import dev.rapidcall.local.sandbox.livekit.time.World;
import java.util.List;
import livekit.LivekitEgress.ListEgressRequest;
import livekit.LivekitEgress.ListEgressResponse;
import livekit.LivekitEgress.RoomCompositeEgressRequest;
import livekit.LivekitEgress.StopEgressRequest;

/** The methods of LiveKit's Egress service that the sandbox knows. */
final class EgressMethods {

  private static final String SERVICE = "livekit.Egress";

  private final World world;
  private final EgressService egress;

  EgressMethods(World world, EgressService egress) {
    this.world = world;
    this.egress = egress;
  }

  List<TwirpMethod<?>> all() {
    return List.of(
        new TwirpMethod<>(
            SERVICE,
            "StartRoomCompositeEgress",
            RoomCompositeEgressRequest.getDefaultInstance(),
            (grants, request) -> grants.roomRecord(),
            request -> egress.startEgress().start(request)),
        new TwirpMethod<>(
            SERVICE,
            "StopEgress",
            StopEgressRequest.getDefaultInstance(),
            (grants, request) -> grants.roomRecord(),
            request -> egress.stopEgress().stop(request.getEgressId())),
        new TwirpMethod<>(
            SERVICE,
            "ListEgress",
            ListEgressRequest.getDefaultInstance(),
            (grants, request) -> grants.roomRecord(),
            request -> world.ask(() -> list(request))));
  }

  private ListEgressResponse list(ListEgressRequest request) {
    return ListEgressResponse.newBuilder().addAllItems(egress.egresses().list(request)).build();
  }
}
