package dev.rapidcall.local.sandbox.livekit;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import livekit.LivekitEgress.EncodedFileOutput;
import livekit.LivekitEgress.EncodedFileType;
import livekit.LivekitEgress.S3Upload;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** A real S3 API in memory, with one bucket. */
final class S3Double implements BeforeAllCallback, AfterAllCallback {

  private static final String BUCKET = "recordings";

  private final S3Proxy proxy =
      S3Proxy.builder()
          .blobStore(new TransientNio2BlobStore())
          .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, "s3-key", "s3-secret")
          .endpoint(URI.create("http://127.0.0.1:0"))
          .build();

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    proxy.start();
    try (S3Client client = client()) {
      client.createBucket(request -> request.bucket(BUCKET));
    }
  }

  @Override
  public void afterAll(ExtensionContext context) throws Exception {
    proxy.stop();
  }

  String endpoint() {
    return "http://127.0.0.1:" + proxy.getPort();
  }

  /** What a StartEgress says about the file. */
  EncodedFileOutput output(String path) {
    return output(path, BUCKET);
  }

  EncodedFileOutput output(String path, String bucket) {
    return EncodedFileOutput.newBuilder()
        .setFileType(EncodedFileType.MP3)
        .setFilepath(path)
        .setS3(
            S3Upload.newBuilder()
                .setAccessKey("s3-key")
                .setSecret("s3-secret")
                .setRegion("us-east-1")
                .setEndpoint(endpoint())
                .setBucket(bucket)
                .setForcePathStyle(true))
        .build();
  }

  byte[] bytes(String key) {
    try (S3Client client = client()) {
      return client.getObjectAsBytes(request -> request.bucket(BUCKET).key(key)).asByteArray();
    }
  }

  String text(String key) {
    return new String(bytes(key), StandardCharsets.UTF_8);
  }

  boolean has(String key) {
    try (S3Client client = client()) {
      return client.listObjectsV2(request -> request.bucket(BUCKET).prefix(key)).contents().stream()
          .map(S3Object::key)
          .anyMatch(key::equals);
    }
  }

  private S3Client client() {
    return S3Client.builder()
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("s3-key", "s3-secret")))
        .region(Region.US_EAST_1)
        .endpointOverride(URI.create(endpoint()))
        .forcePathStyle(true)
        .build();
  }
}
