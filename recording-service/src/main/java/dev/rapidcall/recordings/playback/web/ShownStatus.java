package dev.rapidcall.recordings.playback.web;

import dev.rapidcall.recordings.ledger.RecordingStatus;

/** The four words that the API has for where a recording stands. */
final class ShownStatus {
  private ShownStatus() {}

  static String of(RecordingStatus status) {
    return switch (status) {
      case PARKED, REQUESTED, RECORDING -> "recording";
      case STOPPING, VERIFYING -> "stopping";
      case READY -> "ready";
      case NONE, FAILED, MISSING -> "failed";
    };
  }
}
