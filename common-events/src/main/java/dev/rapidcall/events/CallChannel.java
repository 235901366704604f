package dev.rapidcall.events;

/** How the caller's leg reaches the room. It decides when a call counts as answered. */
public enum CallChannel {
  /** A browser: answered when it joined. */
  WEB,
  /** A phone that calls us: LiveKit lets it ring until the agent joined. */
  PHONE_INBOUND,
  /** A phone that we call: answered when the callee picked up. */
  PHONE_OUTBOUND
}
