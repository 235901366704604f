package dev.rapidcall.messaging.outbox;

import dev.rapidcall.messaging.WireEvent;

/** A committed event that still has to be sent. */
record OutboxRow(long id, WireEvent event) {

  String key() {
    return event.key();
  }
}
