package dev.rapidcall.local.sandbox.livekit.http;

import com.google.protobuf.Message;
import dev.rapidcall.local.sandbox.livekit.rooms.Dispatches;
import dev.rapidcall.local.sandbox.livekit.rooms.Presence;
import dev.rapidcall.local.sandbox.livekit.rooms.Rooms;
import dev.rapidcall.local.sandbox.livekit.time.World;
import dev.rapidcall.local.sandbox.livekit.wire.Grants;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;
import livekit.LivekitRoom.CreateRoomRequest;
import livekit.LivekitRoom.DeleteRoomRequest;
import livekit.LivekitRoom.DeleteRoomResponse;
import livekit.LivekitRoom.ListParticipantsRequest;
import livekit.LivekitRoom.ListParticipantsResponse;
import livekit.LivekitRoom.ListRoomsRequest;
import livekit.LivekitRoom.ListRoomsResponse;
import livekit.LivekitRoom.RemoveParticipantResponse;
import livekit.LivekitRoom.RoomParticipantIdentity;
import livekit.LivekitRoom.UpdateRoomMetadataRequest;

/** The methods of LiveKit's RoomService that the sandbox knows. */
final class RoomMethods {

  private final World world;
  private final Rooms rooms;
  private final Presence presence;
  private final Dispatches dispatches;

  RoomMethods(World world, Rooms rooms, Dispatches dispatches) {
    this.world = world;
    this.rooms = rooms;
    this.presence = rooms.presence();
    this.dispatches = dispatches;
  }

  List<TwirpMethod<?>> all() {
    return List.of(
        method(
            "CreateRoom",
            CreateRoomRequest.getDefaultInstance(),
            (grants, request) -> grants.roomCreate(),
            request -> rooms.describe(dispatches.create(request))),
        method(
            "ListRooms",
            ListRoomsRequest.getDefaultInstance(),
            (grants, request) -> grants.roomList(),
            request ->
                ListRoomsResponse.newBuilder()
                    .addAllRooms(rooms.list(request.getNamesList()))
                    .build()),
        method(
            "DeleteRoom",
            DeleteRoomRequest.getDefaultInstance(),
            (grants, request) -> grants.roomCreate(),
            request -> {
              rooms.delete(request.getRoom());
              return DeleteRoomResponse.getDefaultInstance();
            }),
        method(
            "ListParticipants",
            ListParticipantsRequest.getDefaultInstance(),
            (grants, request) -> grants.administers(request.getRoom()),
            request ->
                ListParticipantsResponse.newBuilder()
                    .addAllParticipants(presence.list(request.getRoom()))
                    .build()),
        method(
            "GetParticipant",
            RoomParticipantIdentity.getDefaultInstance(),
            (grants, request) -> grants.administers(request.getRoom()),
            request -> presence.get(request.getRoom(), request.getIdentity())),
        method(
            "RemoveParticipant",
            RoomParticipantIdentity.getDefaultInstance(),
            (grants, request) -> grants.administers(request.getRoom()),
            request -> {
              presence.remove(request.getRoom(), request.getIdentity());
              return RemoveParticipantResponse.getDefaultInstance();
            }),
        method(
            "UpdateRoomMetadata",
            UpdateRoomMetadataRequest.getDefaultInstance(),
            (grants, request) -> grants.administers(request.getRoom()),
            request -> rooms.updateMetadata(request.getRoom(), request.getMetadata())));
  }

  private <Q extends Message> TwirpMethod<Q> method(
      String name, Q empty, BiPredicate<Grants, Q> allowed, Function<Q, Message> answer) {
    return new TwirpMethod<>(
        "livekit.RoomService",
        name,
        empty,
        allowed,
        request -> world.ask(() -> answer.apply(request)));
  }
}
