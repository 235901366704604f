package dev.rapidcall.recordings.objects;

/** The store did not answer as hoped. The message is fit for a person and holds no secret. */
public final class FilesException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final Fault fault;

  /** Says what kind of failure it is and what happened. */
  public FilesException(Fault fault, String message) {
    super(message);
    this.fault = fault;
  }

  /** What kind of failure this is. */
  public Fault fault() {
    return fault;
  }

  /** The kinds of failure that callers tell apart. */
  public enum Fault {
    /** No answer, or an error of its own. Trying again may help. */
    UNREACHABLE,
    /** The store declined: wrong credentials or no right. */
    REFUSED,
    /** The asked part lies outside of the file. */
    OUT_OF_RANGE
  }
}
