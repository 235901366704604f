package dev.rapidcall.calls.ai;

import dev.rapidcall.service.errors.ApiException;
import dev.rapidcall.service.errors.ApiException.BadGateway;
import dev.rapidcall.service.errors.ApiException.NotConfigured;
import java.util.Map;

/** An AI provider did not do what it was asked. Its message never holds a key. */
public final class ProviderException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST_DETAILS = 500;

  private final Kind kind;
  private final String details;

  /** Whose fault it is, and whether trying again may help. */
  public enum Kind {
    /** The operator gave us no key. */
    NOT_CONFIGURED,
    /** A clear no: a bad key, an unknown model or voice. */
    REFUSED,
    /** No answer in time, or one that says to try again. */
    UNREACHABLE,
    /** An answer that cannot be used. */
    NONSENSE
  }

  /** Says who did not do what. */
  public ProviderException(Kind kind, String details) {
    super(details);
    this.kind = kind;
    this.details =
        details.length() <= LONGEST_DETAILS ? details : details.substring(0, LONGEST_DETAILS);
  }

  /** Why it failed. */
  public Kind kind() {
    return kind;
  }

  /**
   * What a client is told. Never 401: that would end a person's session, which the provider knows
   * nothing of.
   */
  public ApiException toApi(String error) {
    return kind == Kind.NOT_CONFIGURED
        ? new NotConfigured(details)
        : new BadGateway(error, Map.of("details", details));
  }
}
