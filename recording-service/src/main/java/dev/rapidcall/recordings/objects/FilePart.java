package dev.rapidcall.recordings.objects;

/** The bytes from {@code first} to {@code last}, both included. */
public record FilePart(long first, long last) {

  /** Refuses what is no part of any file. */
  public FilePart {
    if (first < 0 || last < first) {
      throw new IllegalArgumentException("no part of a file: " + first + "-" + last);
    }
  }

  /** How many bytes these are. */
  public long length() {
    return last - first + 1;
  }
}
