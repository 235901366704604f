package dev.rapidcall.messaging.consuming;

/** What a failed handling means for the record. */
enum FailureKind {
  /** The record is wrong: to the dead letters at once. */
  DATA,
  /** A defect of ours or a race: a few tries, then to the dead letters. */
  UNCLEAR,
  /** The record is fine and something it needs is not there: retried without end, never skipped. */
  INFRASTRUCTURE
}
