package dev.rapidcall.local.sandbox.livekit.egress;

import java.net.URI;
import java.time.Duration;
import livekit.LivekitEgress.S3Upload;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** A bucket in somebody's S3, with the keys the egress was given. */
final class Bucket implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final S3Client client;
  private final String name;

  Bucket(S3Upload target) {
    this.client = client(target);
    this.name = target.getBucket();
  }

  void put(String key, String contentType, byte[] content) {
    try {
      client.putObject(
          request -> request.bucket(name).key(key).contentType(contentType),
          RequestBody.fromBytes(content));
    } catch (S3Exception e) {
      throw new Refused(
          "S3 upload failed: operation error S3: PutObject, https response error StatusCode: %d, RequestID: %s, HostID: %s, api error %s: %s"
              .formatted(
                  e.statusCode(),
                  e.requestId(),
                  e.extendedRequestId(),
                  e.awsErrorDetails().errorCode(),
                  e.awsErrorDetails().errorMessage()));
    } catch (SdkException e) {
      throw new Refused("S3 upload failed: operation error S3: PutObject, " + e.getMessage());
    }
  }

  @Override
  public void close() {
    client.close();
  }

  private static S3Client client(S3Upload target) {
    S3ClientBuilder builder =
        S3Client.builder()
            .credentialsProvider(StaticCredentialsProvider.create(credentials(target)))
            .region(Region.of(target.getRegion().isEmpty() ? "us-east-1" : target.getRegion()))
            .forcePathStyle(target.getForcePathStyle())
            .overrideConfiguration(config -> config.apiCallTimeout(PATIENCE));
    if (!target.getEndpoint().isEmpty()) {
      builder.endpointOverride(URI.create(target.getEndpoint()));
    }
    return builder.build();
  }

  private static AwsCredentials credentials(S3Upload target) {
    return target.getSessionToken().isEmpty()
        ? AwsBasicCredentials.create(target.getAccessKey(), target.getSecret())
        : AwsSessionCredentials.create(
            target.getAccessKey(), target.getSecret(), target.getSessionToken());
  }

  /** S3 did not take it. */
  static final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String reason;

    Refused(String reason) {
      super(reason);
      this.reason = reason;
    }

    String reason() {
      return reason;
    }
  }
}
