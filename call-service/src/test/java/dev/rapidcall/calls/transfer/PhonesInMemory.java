package dev.rapidcall.calls.transfer;

import dev.rapidcall.calls.rooms.PhoneTransfers;
import dev.rapidcall.calls.rooms.RoomsException;
import dev.rapidcall.events.RoomName;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Phones that are handed on at once, or not at all. */
public final class PhonesInMemory implements PhoneTransfers {
  final List<String> transfers = new CopyOnWriteArrayList<>();
  volatile @Nullable RoomsException failure;
  volatile Runnable meanwhile = () -> {};

  @Override
  public void transfer(RoomName room, String identity, String to, Duration within) {
    transfers.add(identity + " to " + to);
    meanwhile.run();
    RoomsException refused = failure;
    if (refused != null) {
      throw refused;
    }
  }

  /** As at the beginning. */
  public void reset() {
    transfers.clear();
    failure = null;
    meanwhile = () -> {};
  }
}
