package dev.rapidcall.calls.webhooks.stream;

import dev.rapidcall.calls.webhooks.events.CustomerEvent;
import java.util.List;

/**
 * A piece of the stream.
 *
 * @param nextCursor where the next piece begins; never null, for more may come at any time
 */
record EventPage(List<EventView> events, String nextCursor) {

  static EventPage of(Cursor after, List<CustomerEvent> found) {
    long next = found.isEmpty() ? after.seq() : found.getLast().seq();
    return new EventPage(found.stream().map(EventView::of).toList(), Long.toString(next));
  }
}
