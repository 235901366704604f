package dev.rapidcall.calls.rooms.livekit;

import dev.rapidcall.calls.rooms.RoomFigures;
import dev.rapidcall.calls.rooms.RoomOpening;
import dev.rapidcall.calls.rooms.RoomOpening.AgentDispatch;
import dev.rapidcall.calls.rooms.Rooms;
import dev.rapidcall.calls.rooms.RoomsException;
import dev.rapidcall.calls.rooms.RoomsException.Kind;
import dev.rapidcall.events.Participant;
import dev.rapidcall.events.RoomName;
import io.livekit.server.AgentDispatchService;
import io.livekit.server.RoomService;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import livekit.LivekitAgentDispatch.CreateAgentDispatchRequest;
import livekit.LivekitAgentDispatch.RoomAgentDispatch;
import livekit.LivekitRoom.CreateRoomRequest;
import livekit.LivekitRoom.DeleteRoomRequest;
import livekit.LivekitRoom.ListParticipantsRequest;
import livekit.LivekitRoom.ListRoomsRequest;
import org.springframework.stereotype.Component;

/** Rooms of a LiveKit server, through the SDK's own interfaces, which take the full requests. */
@Component
class LiveKitRooms implements Rooms {
  private final RoomService rooms;
  private final AgentDispatchService dispatches;
  private final Grants grants;

  LiveKitRooms(LiveKitConnection connection, Grants grants) {
    this.rooms = connection.create(RoomService.class);
    this.dispatches = connection.create(AgentDispatchService.class);
    this.grants = grants;
  }

  @Override
  public void open(RoomOpening opening) {
    CreateRoomRequest.Builder request =
        CreateRoomRequest.newBuilder()
            .setName(opening.name().value())
            .setMetadata(opening.metadata())
            .setEmptyTimeout(Math.toIntExact(opening.emptyTimeout().toSeconds()))
            .setDepartureTimeout(Math.toIntExact(opening.departureTimeout().toSeconds()))
            .setMaxParticipants(opening.maxParticipants());
    AgentDispatch dispatch = opening.dispatch();
    if (dispatch != null && !dispatch.explicit()) {
      request.addAgents(
          RoomAgentDispatch.newBuilder()
              .setAgentName(dispatch.agentName())
              .setMetadata(dispatch.metadata()));
    }
    Twirp.call("CreateRoom", rooms.createRoom(request.build(), grants.createRoom()));
    if (dispatch != null && dispatch.explicit()) {
      dispatch(opening.name(), dispatch);
    }
  }

  @Override
  public Map<RoomName, RoomFigures> figures(Collection<RoomName> names) {
    ListRoomsRequest request =
        ListRoomsRequest.newBuilder()
            .addAllNames(names.stream().map(RoomName::value).toList())
            .build();
    return Twirp.call("ListRooms", rooms.listRooms(request, grants.listRooms()))
        .orElseThrow(LiveKitRooms::noLiveKit)
        .getRoomsList()
        .stream()
        .collect(
            Collectors.toMap(
                room -> new RoomName(room.getName()),
                room -> new RoomFigures(room.getNumParticipants(), room.getNumPublishers()),
                (one, other) -> one));
  }

  @Override
  public List<Participant> participants(RoomName room) {
    return Twirp.call(
            "ListParticipants",
            rooms.listParticipants(
                ListParticipantsRequest.newBuilder().setRoom(room.value()).build(),
                grants.admin(room)))
        .map(list -> list.getParticipantsList().stream().map(Participants::translate).toList())
        .orElse(List.of());
  }

  @Override
  public void close(RoomName room) {
    Twirp.call(
        "DeleteRoom",
        rooms.deleteRoom(
            DeleteRoomRequest.newBuilder().setRoom(room.value()).build(), grants.createRoom()));
  }

  /** LiveKit itself always has a list; a wrong address must not look like the end of all calls. */
  private static RoomsException noLiveKit() {
    return new RoomsException(Kind.UNREACHABLE, "LiveKit's address knows no ListRooms");
  }

  private void dispatch(RoomName room, AgentDispatch dispatch) {
    CreateAgentDispatchRequest request =
        CreateAgentDispatchRequest.newBuilder()
            .setRoom(room.value())
            .setAgentName(dispatch.agentName())
            .setMetadata(dispatch.metadata())
            .build();
    Twirp.call("CreateDispatch", dispatches.createDispatch(request, grants.admin(room)));
  }
}
