package dev.rapidcall.service.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The name of one request on its way through the services. */
public final class RequestId {
  /** Travels in and out, and between services. */
  public static final String HEADER = "X-Request-Id";

  /** Its name in the log context. */
  public static final String LOG_FIELD = "requestId";

  private static final String ATTRIBUTE = RequestId.class.getName();
  private static final Pattern SANE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{7,63}");

  private RequestId() {}

  /** The id of a request that is being served. */
  public static String of(HttpServletRequest request) {
    return request.getAttribute(ATTRIBUTE) instanceof String id ? id : assign(request);
  }

  static String assign(HttpServletRequest request) {
    String id = keepOrMake(request.getHeader(HEADER));
    request.setAttribute(ATTRIBUTE, id);
    return id;
  }

  private static String keepOrMake(@Nullable String given) {
    return given != null && SANE.matcher(given).matches() ? given : UUID.randomUUID().toString();
  }
}
