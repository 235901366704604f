package dev.rapidcall.recordings.playback;

import dev.rapidcall.service.environment.Secret;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How links to recordings are made.
 *
 * @param secrets what signs links; the first signs, all are accepted; empty if not set
 * @param fallbackSecrets what they are drawn from if {@code secrets} is empty
 * @param publicBaseUrl where browsers reach the API; never taken from a request
 */
@ConfigurationProperties("rapidcall.playback")
record PlaybackSettings(
    @Nullable List<Secret> secrets,
    @Nullable List<Secret> fallbackSecrets,
    @Nullable String publicBaseUrl) {
  private static final String LOCAL_GATEWAY = "http://localhost:8787";

  /** The newest first. */
  List<Secret> liveSecrets() {
    return isDerived()
        ? orNone(fallbackSecrets).stream().map(DerivedSecret::from).toList()
        : orNone(secrets);
  }

  /** Whether links are signed with what was drawn from another secret. */
  boolean isDerived() {
    return orNone(secrets).isEmpty() && !orNone(fallbackSecrets).isEmpty();
  }

  String baseUrl() {
    String base = publicBaseUrl == null || publicBaseUrl.isBlank() ? LOCAL_GATEWAY : publicBaseUrl;
    return base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
  }

  private static List<Secret> orNone(@Nullable List<Secret> secrets) {
    return secrets == null ? List.of() : secrets;
  }
}
