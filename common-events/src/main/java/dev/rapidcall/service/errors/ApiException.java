package dev.rapidcall.service.errors;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A request that cannot be served, in the words of the API. Its message is shown to people, so it
 * says nothing of the inside.
 */
public abstract sealed class ApiException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final transient Map<String, ?> extras;
  private final int retryAfterSeconds;

  ApiException(int status, String message, Map<String, ?> extras) {
    this(status, message, extras, 0);
  }

  ApiException(int status, String message, Map<String, ?> extras, int retryAfterSeconds) {
    super(message, null, false, false);
    this.status = status;
    this.extras = extras;
    this.retryAfterSeconds = retryAfterSeconds;
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** Further keys of the answer beside {@code error}. */
  public Map<String, ?> extras() {
    return extras;
  }

  /** Seconds after which trying again may help, or 0. */
  public int retryAfterSeconds() {
    return retryAfterSeconds;
  }

  /** 400: the input breaks rules, told per top-level field and for the whole. */
  public static final class Invalid extends ApiException {
    private static final long serialVersionUID = 1L;

    /** The validation shape of the API. */
    public Invalid(Map<String, List<String>> fieldErrors, List<String> formErrors) {
      this(fieldErrors, formErrors, Map.of());
    }

    /** The same with further keys, such as {@code hint}. */
    public Invalid(
        Map<String, List<String>> fieldErrors, List<String> formErrors, Map<String, ?> extras) {
      super(400, "Validation failed", withDetails(fieldErrors, formErrors, extras));
    }

    /** One field breaks one rule. */
    public static Invalid field(String field, String problem) {
      return new Invalid(Map.of(field, List.of(problem)), List.of());
    }

    private static Map<String, ?> withDetails(
        Map<String, List<String>> fieldErrors, List<String> formErrors, Map<String, ?> extras) {
      Map<String, Object> all = new LinkedHashMap<>();
      all.put("details", Map.of("formErrors", formErrors, "fieldErrors", fieldErrors));
      all.putAll(extras);
      return all;
    }
  }

  /** 400: the request makes no sense in this state. */
  public static final class BadRequest extends ApiException {
    private static final long serialVersionUID = 1L;

    /** Says what is wrong. */
    public BadRequest(String message) {
      this(message, Map.of());
    }

    /** The same with further keys, such as {@code details}. */
    public BadRequest(String message, Map<String, ?> extras) {
      super(400, message, extras);
    }
  }

  /** 401: the session, key or secret is missing or bad; never for a missing right. */
  public static final class Unauthorized extends ApiException {
    private static final long serialVersionUID = 1L;

    /** Says what is wrong. */
    public Unauthorized(String message) {
      super(401, message, Map.of());
    }
  }

  /** 402: the account must pay first. */
  public static final class PaymentRequired extends ApiException {
    private static final long serialVersionUID = 1L;

    /** Says what is wrong. */
    public PaymentRequired(String message) {
      super(402, message, Map.of());
    }
  }

  /** 403: known, and not allowed. */
  public static final class Forbidden extends ApiException {
    private static final long serialVersionUID = 1L;

    /** Says what is wrong. */
    public Forbidden(String message) {
      super(403, message, Map.of());
    }
  }

  /** 404: not there, or not visible to the caller. */
  public static final class NotFound extends ApiException {
    private static final long serialVersionUID = 1L;

    /** Says what is wrong. */
    public NotFound(String message) {
      super(404, message, Map.of());
    }
  }

  /** 405: the path is known, and not served in this way. */
  public static final class MethodNotAllowed extends ApiException {
    private static final long serialVersionUID = 1L;

    /** The answer's {@code Allow} says which ways there are. */
    public MethodNotAllowed() {
      super(405, "Method Not Allowed", Map.of());
    }
  }

  /** 408: the request did not come to its end in time. */
  public static final class TooSlow extends ApiException {
    private static final long serialVersionUID = 1L;

    /** Says what is wrong. */
    public TooSlow(String message) {
      super(408, message, Map.of());
    }
  }

  /** 409: the state of the resource does not allow it. */
  public static final class Conflict extends ApiException {
    private static final long serialVersionUID = 1L;

    /** Says what is wrong. */
    public Conflict(String message, Map<String, ?> extras) {
      super(409, message, extras);
    }

    /** Says what is wrong and when to try again. */
    public Conflict(String message, int retryAfterSeconds) {
      super(409, message, Map.of(), retryAfterSeconds);
    }
  }

  /** 413: more than is taken. */
  public static final class TooLarge extends ApiException {
    private static final long serialVersionUID = 1L;

    /** Says what is wrong. */
    public TooLarge(String message) {
      super(413, message, Map.of());
    }
  }

  /** 422: well-formed, and at odds with what was said before. */
  public static final class Unprocessable extends ApiException {
    private static final long serialVersionUID = 1L;

    /** Says what is wrong. */
    public Unprocessable(String message) {
      super(422, message, Map.of());
    }
  }

  /** 429: more often than is allowed. */
  public static final class TooManyRequests extends ApiException {
    private static final long serialVersionUID = 1L;

    /** Says what is wrong and when to try again. */
    public TooManyRequests(String message, int retryAfterSeconds) {
      super(429, message, Map.of(), retryAfterSeconds);
    }
  }

  /** 500: the operator has not set up what this needs; trying again does not help. */
  public static final class NotConfigured extends ApiException {
    private static final long serialVersionUID = 1L;

    /** Says what is missing. */
    public NotConfigured(String message) {
      super(500, message, Map.of());
    }
  }

  /** 502: a provider refused or failed. */
  public static final class BadGateway extends ApiException {
    private static final long serialVersionUID = 1L;

    /** Says what is wrong. */
    public BadGateway(String message, Map<String, ?> extras) {
      super(502, message, extras);
    }
  }

  /** 503: our own fault, for now. */
  public static final class Unavailable extends ApiException {
    private static final long serialVersionUID = 1L;

    /** Says what is wrong and when to try again. */
    public Unavailable(String message, int retryAfterSeconds) {
      super(503, message, Map.of(), retryAfterSeconds);
    }
  }
}
