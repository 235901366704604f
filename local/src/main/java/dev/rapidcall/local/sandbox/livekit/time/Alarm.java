package dev.rapidcall.local.sandbox.livekit.time;

/** Something set to happen later that can be called off. */
@FunctionalInterface
public interface Alarm {

  /** Calls it off; nothing happens when it has already gone off. */
  void cancel();
}
