package dev.rapidcall.calls.lifecycle;

import dev.rapidcall.calls.lifecycle.UnfinishedStarts.CutOff;
import dev.rapidcall.calls.rooms.Rooms;
import org.springframework.stereotype.Component;

/**
 * Takes back a start that never came to its end, with its room. Whatever cuts this off leaves the
 * row, and so the rest of the work.
 */
@Component
class TakeBackStart {
  private final Rooms rooms;
  private final UnfinishedStarts starts;

  TakeBackStart(Rooms rooms, UnfinishedStarts starts) {
    this.rooms = rooms;
    this.starts = starts;
  }

  void takeBack(CutOff start) {
    if (starts.takeBack(start.id())) {
      rooms.close(start.roomName());
      starts.forget(start);
    }
  }
}
