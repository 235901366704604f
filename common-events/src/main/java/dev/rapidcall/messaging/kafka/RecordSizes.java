package dev.rapidcall.messaging.kafka;

/**
 * How large a record may be, in bytes. The API takes bodies of 10 MB; a dead letter is larger than
 * its record by the headers that tell the cause.
 */
public final class RecordSizes {
  public static final int EVENT = 12 * 1024 * 1024;
  public static final int DEAD_LETTER = EVENT + 1024 * 1024;

  private RecordSizes() {}
}
