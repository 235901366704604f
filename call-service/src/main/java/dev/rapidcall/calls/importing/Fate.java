package dev.rapidcall.calls.importing;

/** What became of an item. */
sealed interface Fate {

  /** It was not here before. */
  record Created() implements Fate {}

  /** It was imported before and is as in the file again. */
  record Updated() implements Fate {}

  /** It was left alone. */
  record Refused(String reason) implements Fate {}
}
