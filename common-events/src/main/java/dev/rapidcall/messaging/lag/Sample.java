package dev.rapidcall.messaging.lag;

/** Numbers that are asked for now and then. */
public interface Sample {

  /** Asks for the numbers; one that could not be had is unknown until the next time. */
  void take();
}
