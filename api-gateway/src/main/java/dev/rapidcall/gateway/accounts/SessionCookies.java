package dev.rapidcall.gateway.accounts;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/** The two cookies of a session: one that scripts cannot read, one that they can. */
final class SessionCookies {
  private static final String CSRF = "csrf_token";

  private final boolean secure;
  private final @Nullable String csrfDomain;

  private SessionCookies(boolean secure, @Nullable String csrfDomain) {
    this.secure = secure;
    this.csrfDomain = csrfDomain;
  }

  /** The token's cookie is for the API's host alone, whatever the settings say. */
  static SessionCookies answering(HttpServletRequest request, AccountSettings settings) {
    String forwarded = request.getHeader("X-Forwarded-Proto");
    String scheme = forwarded == null ? request.getScheme() : forwarded;
    String domain = settings.csrfCookieDomain();
    return new SessionCookies(
        scheme.toLowerCase(Locale.ROOT).contains("https"), domain.isEmpty() ? null : domain);
  }

  HttpHeaders set(SessionToken token) {
    return headers(token.value(), token.csrf().value(), OpenSession.LIFETIME);
  }

  HttpHeaders clear() {
    return headers("", "", Duration.ZERO);
  }

  private HttpHeaders headers(String token, String csrf, Duration age) {
    HttpHeaders headers = new HttpHeaders();
    headers.addAll(
        HttpHeaders.SET_COOKIE,
        List.of(
            cookie(Identify.COOKIE, token, age).httpOnly(true).build().toString(),
            cookie(CSRF, csrf, age).domain(csrfDomain).build().toString()));
    return headers;
  }

  private ResponseCookie.ResponseCookieBuilder cookie(String name, String value, Duration age) {
    return ResponseCookie.from(name, value).maxAge(age).path("/").sameSite("Lax").secure(secure);
  }
}
