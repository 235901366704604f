package dev.rapidcall.events;

/** What a participant of a room is. LiveKit's {@code ParticipantInfo.Kind}; JSON omits STANDARD. */
public enum ParticipantKind {
  /** A browser or another client with an ordinary token: a caller. */
  STANDARD,
  /** Media fed in from outside; no caller. */
  INGRESS,
  /** The recorder; no caller. */
  EGRESS,
  /** A phone: a caller. */
  SIP,
  /** The voice agent; no caller. */
  AGENT,
  /** A kind that this version does not know; no caller. */
  OTHER;

  /** Whether this participant is a person whose presence is the call. */
  public boolean isCaller() {
    return this == STANDARD || this == SIP;
  }
}
