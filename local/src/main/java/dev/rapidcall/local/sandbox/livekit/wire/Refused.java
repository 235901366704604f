package dev.rapidcall.local.sandbox.livekit.wire;

import java.time.Duration;
import java.util.Locale;

/** The server says no, in Twirp's words, at once or after a while. */
public final class Refused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Code code;
  private final String reason;
  private final Duration after;

  /** A refusal answered after the given time. */
  public Refused(Code code, String message, Duration after) {
    super(message);
    this.code = code;
    this.reason = message;
    this.after = after;
  }

  /** A refusal answered at once. */
  public Refused(Code code, String message) {
    this(code, message, Duration.ZERO);
  }

  /** A refusal in the words the server uses for its own errors. */
  public static Refused internally(Code code, String message) {
    return new Refused(code, "twirp error unknown: " + message);
  }

  public Code code() {
    return code;
  }

  public String reason() {
    return reason;
  }

  public Duration after() {
    return after;
  }

  /** Twirp's error codes that the sandbox knows, with their HTTP status. */
  public enum Code {
    INVALID_ARGUMENT(400),
    MALFORMED(400),
    UNAUTHENTICATED(401),
    NOT_FOUND(404),
    BAD_ROUTE(404),
    FAILED_PRECONDITION(412),
    INTERNAL(500),
    UNAVAILABLE(503);

    private final int status;

    Code(int status) {
      this.status = status;
    }

    public int status() {
      return status;
    }

    /** As written in the answer. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
