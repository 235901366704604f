package dev.rapidcall.gateway.edge;

import dev.rapidcall.service.identity.Scope;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/** Which right a request of a person or an API key needs. */
enum RequiredScope {
  /** Any valid credentials; who may not is told by the use case. */
  NONE(null),
  READ(Scope.READ),
  WRITE(Scope.WRITE),
  ADMIN(Scope.ADMIN);

  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  private final @Nullable String scope;

  RequiredScope(@Nullable String scope) {
    this.scope = scope;
  }

  /** Of the path as the dispatcher reads it, as with {@link Door}. */
  static RequiredScope of(HttpServletRequest request) {
    return of(
        request.getMethod(), UriUtils.decode(request.getRequestURI(), StandardCharsets.UTF_8));
  }

  static RequiredScope of(String method, String path) {
    boolean reads = READING.contains(method);
    return Deviations.TABLE.stream()
        .filter(deviation -> deviation.covers(reads, path))
        .findFirst()
        .map(Deviation::scope)
        .orElse(reads ? READ : WRITE);
  }

  /** Null when none is needed. */
  @Nullable String scope() {
    return scope;
  }

  private enum Requests {
    ALL,
    CHANGES
  }

  /** A path, or all paths, where reading or changing needs something else than usual. */
  private record Deviation(Requests requests, Pattern path, RequiredScope scope) {
    boolean covers(boolean reads, String asked) {
      return (requests == Requests.ALL || !reads) && path.matcher(asked).matches();
    }
  }

  /** Kept apart, for an enum's constants are made before its static fields. The first one wins. */
  private static final class Deviations {
    static final List<Deviation> TABLE =
        List.of(
            at(Requests.CHANGES, "/api/auth/logout(-all)?", NONE),
            at(Requests.CHANGES, "/api/invitations/accept", NONE),
            at(Requests.CHANGES, "/api/workspaces", NONE),
            at(Requests.CHANGES, "/api/workspaces/[^/]+/select", NONE),
            at(Requests.CHANGES, "/api/workspaces/.*", ADMIN),
            at(Requests.ALL, "/api/workspaces/[^/]+/(members|invitations)(/.*)?", ADMIN),
            at(Requests.ALL, "/api/api-keys(/.*)?", ADMIN),
            at(Requests.ALL, "/api/webhooks/secrets(/.*)?", ADMIN),
            at(Requests.CHANGES, "/api/billing(/.*)?", ADMIN),
            at(Requests.CHANGES, "/api/kb/search", READ));

    private static Deviation at(Requests requests, String path, RequiredScope scope) {
      return new Deviation(requests, Pattern.compile(path, Pattern.DOTALL), scope);
    }
  }
}
