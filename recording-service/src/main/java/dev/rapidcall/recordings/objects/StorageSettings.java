package dev.rapidcall.recordings.objects;

import dev.rapidcall.service.environment.Secret;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the recordings lie. The egress writes with the same account.
 *
 * @param bucket empty if calls are not recorded
 * @param endpoint null for Amazon's own
 * @param forcePathStyle null for no
 * @param accessKey empty to take the account from the machine's own role
 */
@ConfigurationProperties("rapidcall.recordings.storage")
public record StorageSettings(
    @DefaultValue("") String bucket,
    @DefaultValue("us-east-1") String region,
    @DefaultValue("") Secret accessKey,
    @DefaultValue("") Secret secret,
    @Nullable String endpoint,
    @Nullable Boolean forcePathStyle) {

  /** Empty variables count as unset. */
  public StorageSettings {
    region = region.isBlank() ? "us-east-1" : region;
    endpoint = endpoint == null || endpoint.isBlank() ? null : endpoint;
  }

  /** Whether the bucket is named in the path and not in the host. */
  public boolean isPathStyle() {
    return Boolean.TRUE.equals(forcePathStyle);
  }

  /** Whether calls are recorded at all. */
  public boolean isConfigured() {
    return !bucket.isBlank();
  }
}
