package dev.rapidcall.messaging.consuming;

/** Headers that tell why a record is among the dead letters, beside those it came with. */
public final class DeadLetterHeaders {
  /** {@link dev.rapidcall.messaging.EventConsumer#name} of who could not handle it. */
  public static final String CONSUMER = "dlt_consumer";

  /** The class of what was thrown. */
  public static final String EXCEPTION = "dlt_exception";

  /** Its message and, behind a bar, its innermost cause. */
  public static final String MESSAGE = "dlt_message";

  public static final String TOPIC = "dlt_topic";
  public static final String PARTITION = "dlt_partition";
  public static final String OFFSET = "dlt_offset";

  private DeadLetterHeaders() {}
}
