package dev.rapidcall.recordings.egress;

/** The egress did not do what was asked. The message is fit for a person and holds no secret. */
public final class EgressException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final Fault fault;

  /** Says whose fault it is and what happened. */
  public EgressException(Fault fault, String message) {
    super(message);
    this.fault = fault;
  }

  /** What kind of failure this is. */
  public Fault fault() {
    return fault;
  }

  /** The kinds of failure that callers tell apart. */
  public enum Fault {
    /** The room or the egress does not exist. */
    ABSENT,
    /** It has ended already. */
    ENDED,
    /** No answer, or no egress service behind it. Trying again may help; it may have worked. */
    UNREACHABLE,
    /** The request was understood and declined. */
    REFUSED
  }
}
