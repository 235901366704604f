package dev.rapidcall.local.sandbox.livekit.wire;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/** The server says no, in Twirp's words, at once or after a while. */
public final class Refused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Code code;
  private final String reason;
  private final Duration after;
  private final transient Map<String, String> meta;

  /** A refusal answered after the given time. */
  public Refused(Code code, String message, Duration after) {
    this(code, message, after, Map.of());
  }

  private Refused(Code code, String message, Duration after, Map<String, String> meta) {
    super(message);
    this.code = code;
    this.reason = message;
    this.after = after;
    this.meta = meta;
  }

  /** The other side of a phone line says no, with SIP's number for it. */
  public static Refused bySip(Code code, int sipStatus, String word) {
    return new Refused(
        code,
        "twirp error unknown: sip status: " + sipStatus + ": " + word,
        Duration.ZERO,
        Map.of("sip_status", word, "sip_status_code", Integer.toString(sipStatus)));
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

  /** What the answer says besides. */
  public Map<String, String> meta() {
    return meta;
  }

  public Duration after() {
    return after;
  }

  /** Twirp's error codes that the sandbox knows, with their HTTP status. */
  public enum Code {
    INVALID_ARGUMENT(400),
    MALFORMED(400),
    UNAUTHENTICATED(401),
    PERMISSION_DENIED(403),
    NOT_FOUND(404),
    BAD_ROUTE(404),
    FAILED_PRECONDITION(412),
    RESOURCE_EXHAUSTED(429),
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
