package dev.rapidcall.local.platform;

/** A bucket and the key pair that may use it. */
public record S3Account(String bucket, String region, String accessKey, String secret) {

  @Override
  public String toString() {
    return "S3Account[bucket=" + bucket + ", secret=[redacted]]";
  }
}
