package dev.rapidcall.local.sandbox.livekit.rooms;

import dev.rapidcall.local.sandbox.livekit.time.World;
import dev.rapidcall.local.sandbox.livekit.wire.IdKind;
import dev.rapidcall.local.sandbox.livekit.wire.Refused;
import dev.rapidcall.local.sandbox.livekit.wire.Refused.Code;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import livekit.LivekitAgent.Job;
import livekit.LivekitAgent.JobState;
import livekit.LivekitAgent.JobStatus;
import livekit.LivekitAgent.JobType;
import livekit.LivekitAgentDispatch.AgentDispatch;
import livekit.LivekitAgentDispatch.AgentDispatchState;
import livekit.LivekitAgentDispatch.CreateAgentDispatchRequest;
import livekit.LivekitRoom.CreateRoomRequest;

/** Which agents are sent to which rooms. Called inside the world only. */
public final class Dispatches implements RoomWatcher {

  private final World world;
  private final Rooms rooms;
  private final Map<String, AgentDispatch> dispatches = new LinkedHashMap<>();

  /** Nobody is sent anywhere yet. */
  public Dispatches(World world, Rooms rooms) {
    this.world = world;
    this.rooms = rooms;
    rooms.watch(this);
  }

  /** Makes a room and sends its agents, unless the room is there already. */
  public Room create(CreateRoomRequest wanted) {
    boolean exists = rooms.find(wanted.getName()).isPresent();
    Room room = rooms.create(wanted);
    if (!exists) {
      wanted
          .getAgentsList()
          .forEach(agent -> add(room.name(), agent.getAgentName(), agent.getMetadata()));
    }
    return room;
  }

  /** Sends an agent; makes the room when there is none. */
  public AgentDispatch create(CreateAgentDispatchRequest wanted) {
    rooms.create(CreateRoomRequest.newBuilder().setName(wanted.getRoom()).build());
    return add(wanted.getRoom(), wanted.getAgentName(), wanted.getMetadata());
  }

  /** The agents sent to a room; only the one with that id unless it is empty. */
  public List<AgentDispatch> list(String room, String id) {
    return dispatches.values().stream()
        .filter(dispatch -> dispatch.getRoom().equals(room))
        .filter(dispatch -> id.isEmpty() || dispatch.getId().equals(id))
        .toList();
  }

  /** Calls an agent back. */
  public AgentDispatch delete(String room, String id) {
    AgentDispatch found =
        list(room, id).stream()
            .filter(dispatch -> !id.isEmpty())
            .findFirst()
            .orElseThrow(() -> Refused.internally(Code.NOT_FOUND, "dispatch ID not found"));
    dispatches.remove(found.getId());
    return found;
  }

  /** An agent took the job: of the first dispatch of the room, or of a new one. Its identity. */
  public String takeJob(Room room) {
    AgentDispatch dispatch =
        list(room.name(), "").stream().findFirst().orElseGet(() -> add(room.name(), "", ""));
    String jobId = IdKind.JOB.next();
    String identity = "agent-" + jobId;
    long now = world.nanos();
    Job job =
        Job.newBuilder()
            .setId(jobId)
            .setDispatchId(dispatch.getId())
            .setType(JobType.JT_ROOM)
            .setAgentName(dispatch.getAgentName())
            .setMetadata(dispatch.getMetadata())
            .setState(
                JobState.newBuilder()
                    .setStatus(JobStatus.JS_RUNNING)
                    .setStartedAt(now)
                    .setUpdatedAt(now)
                    .setParticipantIdentity(identity))
            .build();
    dispatches.put(
        dispatch.getId(),
        dispatch.toBuilder().setState(dispatch.getState().toBuilder().addJobs(job)).build());
    return identity;
  }

  @Override
  public void closed(Room room) {
    dispatches.values().removeIf(dispatch -> dispatch.getRoom().equals(room.name()));
  }

  private AgentDispatch add(String room, String agentName, String metadata) {
    AgentDispatch dispatch =
        AgentDispatch.newBuilder()
            .setId(IdKind.DISPATCH.next())
            .setAgentName(agentName)
            .setRoom(room)
            .setMetadata(metadata)
            .setState(AgentDispatchState.newBuilder().setCreatedAt(world.nanos()))
            .build();
    dispatches.put(dispatch.getId(), dispatch);
    return dispatch;
  }
}
