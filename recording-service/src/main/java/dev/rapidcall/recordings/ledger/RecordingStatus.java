package dev.rapidcall.recordings.ledger;

/** Where the recording of a call stands. */
public enum RecordingStatus {
  /** Something was heard of a call that is not known yet. */
  PARKED,
  /** The call is known, and there is nothing to record of it. */
  NONE,
  /** It shall be recorded; no egress runs. */
  REQUESTED,
  /** An egress runs. */
  RECORDING,
  /** The call is over or the egress is finishing; the file is not complete. */
  STOPPING,
  /** The egress is done; the object has not been seen. */
  VERIFYING,
  /** The object lies in the store and is not empty. Never left again. */
  READY,
  /** There is no recording, and a reason. */
  FAILED,
  /** The egress says that all went well, and the store has nothing. */
  MISSING
}
