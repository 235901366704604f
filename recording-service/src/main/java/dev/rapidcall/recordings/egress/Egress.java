package dev.rapidcall.recordings.egress;

import dev.rapidcall.events.CallLifecycleEvent.EgressReported;
import dev.rapidcall.events.EgressId;
import dev.rapidcall.events.RoomName;
import java.util.List;

/** Whoever writes the sound of a room to a file. Every method may throw {@link EgressException}. */
public interface Egress {

  /** Starts to record a room's sound as MP3. Not idempotent: look before. */
  EgressReported start(RoomName room, String key);

  /** Asks an egress to finish its file. It goes on for a moment. */
  EgressReported stop(EgressId egress);

  /** Every egress of a room that is still remembered, running or not. */
  List<EgressReported> inRoom(RoomName room);

  /** Every egress that runs, in any room. */
  List<EgressReported> running();
}
