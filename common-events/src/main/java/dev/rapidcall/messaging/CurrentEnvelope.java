package dev.rapidcall.messaging;

import java.util.Optional;

/** The event that is being handled, for what is published meanwhile. */
public final class CurrentEnvelope {
  private static final ScopedValue<Envelope<?>> HANDLED = ScopedValue.newInstance();

  private CurrentEnvelope() {}

  /** The event whose handling called the caller, if any. */
  public static Optional<Envelope<?>> get() {
    return HANDLED.isBound() ? Optional.of(HANDLED.get()) : Optional.empty();
  }

  /** Runs the handling of an event. */
  public static void during(Envelope<?> envelope, Runnable handling) {
    ScopedValue.where(HANDLED, envelope).run(handling);
  }
}
