package dev.rapidcall.local.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

class EmbeddedS3IT {

  private static final S3Account ACCOUNT =
      new S3Account("recordings", "us-east-1", "local", "local-secret");
  private static final String KEY = "calls/call_1.mp3";

  @TempDir private Path data;

  @Test
  void keepsObjectsOverARestart() throws Exception {
    int port = FreePorts.any();
    try (EmbeddedS3 s3 = EmbeddedS3.start(data, port, ACCOUNT);
        S3Client client = client(port, "local-secret")) {
      client.putObject(
          put -> put.bucket("recordings").key(KEY).contentType("audio/mpeg"),
          RequestBody.fromString("0123456789"));
    }
    try (EmbeddedS3 s3 = EmbeddedS3.start(data, port, ACCOUNT);
        S3Client client = client(port, "local-secret")) {
      assertThat(client.headObject(head -> head.bucket("recordings").key(KEY)))
          .satisfies(head -> assertThat(head.contentLength()).isEqualTo(10))
          .satisfies(head -> assertThat(head.contentType()).isEqualTo("audio/mpeg"));
    }
  }

  @Test
  void servesAPartOfAnObject() throws Exception {
    int port = FreePorts.any();
    try (EmbeddedS3 s3 = EmbeddedS3.start(data, port, ACCOUNT);
        S3Client client = client(port, "local-secret")) {
      client.putObject(
          put -> put.bucket("recordings").key(KEY), RequestBody.fromString("0123456789"));
      assertThat(
              client
                  .getObjectAsBytes(get -> get.bucket("recordings").key(KEY).range("bytes=2-4"))
                  .asUtf8String())
          .isEqualTo("234");
    }
  }

  @Test
  void refusesAWrongSignature() throws Exception {
    int port = FreePorts.any();
    try (EmbeddedS3 s3 = EmbeddedS3.start(data, port, ACCOUNT);
        S3Client client = client(port, "guessed")) {
      assertThatThrownBy(() -> client.listObjectsV2(list -> list.bucket("recordings")))
          .isInstanceOfSatisfying(
              S3Exception.class, refusal -> assertThat(refusal.statusCode()).isEqualTo(403));
    }
  }

  private static S3Client client(int port, String secret) {
    return S3Client.builder()
        .endpointOverride(EmbeddedS3.endpoint(port))
        .region(Region.of(ACCOUNT.region()))
        .forcePathStyle(true)
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(ACCOUNT.accessKey(), secret)))
        .build();
  }
}
