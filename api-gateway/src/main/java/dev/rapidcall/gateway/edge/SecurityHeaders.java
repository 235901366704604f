package dev.rapidcall.gateway.edge;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.http.HttpHeaders;

/** What browsers are told to do with an answer of ours: as little as possible. */
final class SecurityHeaders {
  private static final String API = "default-src 'none'; frame-ancestors 'none'";

  /** The page that shows the API's documentation has scripts and styles of its own. */
  private static final String PAGES =
      "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
          + " frame-ancestors 'none'";

  private SecurityHeaders() {}

  /** The last word: what an owner said of the same is replaced, but for the cache. */
  static void write(HttpServletRequest request, HttpServletResponse response) {
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("X-Frame-Options", "DENY");
    response.setHeader("Content-Security-Policy", isPage(request) ? PAGES : API);
    if (cameEncrypted(request)) {
      response.setHeader("Strict-Transport-Security", "max-age=31536000");
    }
    if (!response.containsHeader(HttpHeaders.CACHE_CONTROL)) {
      response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }
  }

  private static boolean isPage(HttpServletRequest request) {
    String path = request.getRequestURI();
    return path != null && (path.equals("/docs") || path.startsWith("/docs/"));
  }

  /** A client that lies about it binds only itself. */
  private static boolean cameEncrypted(HttpServletRequest request) {
    String forwarded = request.getHeader("X-Forwarded-Proto");
    return request.isSecure()
        || forwarded != null && forwarded.toLowerCase(Locale.ROOT).contains("https");
  }
}
