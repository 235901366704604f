package dev.rapidcall.recordings.ledger;

/** What is to be done next for a recording. */
public enum Step {
  /** Nothing. */
  NONE,
  /** Find or start an egress. */
  START,
  /** The call was over before an egress was known: look a last time whether there is one. */
  FIND,
  /** Ask the egress to finish. */
  STOP,
  /** Compare with what the egress service says: nothing is to be done but to wait. */
  WATCH,
  /** Look for the object. */
  VERIFY,
  /** Given up, but the object may still appear: look now and then. */
  LOOK_AGAIN
}
