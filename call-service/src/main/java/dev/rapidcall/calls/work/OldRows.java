package dev.rapidcall.calls.work;

/** Rows that have served their time. */
public interface OldRows {

  /** What they are, for the log. */
  String name();

  /** Deletes at most so many of them, found by an index; says how many. */
  int deleteSome(int most);
}
