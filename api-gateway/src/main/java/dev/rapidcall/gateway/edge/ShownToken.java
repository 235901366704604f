package dev.rapidcall.gateway.edge;

import dev.rapidcall.gateway.accounts.Identify;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * The token that a request shows. A header wins over the cookie, which the browser sends by itself.
 */
record ShownToken(String value, boolean byCookie) {
  private static final String BEARER = "bearer ";

  static @Nullable ShownToken in(HttpServletRequest request) {
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    if (header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      return new ShownToken(header.substring(BEARER.length()).trim(), false);
    }
    Cookie[] cookies = request.getCookies();
    return cookies == null
        ? null
        : Stream.of(cookies)
            .filter(cookie -> cookie.getName().equals(Identify.COOKIE))
            .map(Cookie::getValue)
            .filter(value -> !value.isBlank())
            .findFirst()
            .map(value -> new ShownToken(value, true))
            .orElse(null);
  }

  @Override
  public String toString() {
    return "[redacted]";
  }
}
