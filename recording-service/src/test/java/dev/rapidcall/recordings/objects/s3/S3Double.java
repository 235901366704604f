package dev.rapidcall.recordings.objects.s3;

import dev.rapidcall.recordings.objects.StorageSettings;
import dev.rapidcall.service.environment.Secret;
import java.net.URI;
import java.util.List;
import java.util.Properties;
import org.gaul.s3proxy.BlobStores;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** A real S3 API in this process, with one bucket. It checks signatures. */
public final class S3Double implements AutoCloseable {
  public static final String BUCKET = "recordings";
  public static final String ACCESS_KEY = "access";
  public static final String SECRET = "secret-of-the-store";

  private final S3Proxy proxy;
  private final S3Client client;

  public S3Double() {
    try {
      proxy =
          S3Proxy.builder()
              .endpoint(URI.create("http://127.0.0.1:0"))
              .blobStore(BlobStores.create("transient-nio2", new Properties()))
              .awsAuthentication(AuthenticationType.AWS_V4, ACCESS_KEY, SECRET)
              .build();
      proxy.start();
    } catch (Exception e) {
      throw new IllegalStateException("the S3 API did not start", e);
    }
    client = new S3Configuration().s3Client(settings(SECRET));
    client.createBucket(bucket -> bucket.bucket(BUCKET));
  }

  public String endpoint() {
    return "http://127.0.0.1:" + proxy.getPort();
  }

  public StorageSettings settings(String secret) {
    return new StorageSettings(
        BUCKET, "us-east-1", new Secret(ACCESS_KEY), new Secret(secret), endpoint(), true);
  }

  public void put(String key, byte[] content) {
    client.putObject(
        put -> put.bucket(BUCKET).key(key).contentType("audio/mpeg"),
        RequestBody.fromBytes(content));
  }

  public void delete(String key) {
    client.deleteObject(delete -> delete.bucket(BUCKET).key(key));
  }

  /** The keys that begin so. */
  public List<String> keys(String prefix) {
    return client.listObjectsV2(list -> list.bucket(BUCKET).prefix(prefix)).contents().stream()
        .map(S3Object::key)
        .toList();
  }

  @Override
  public void close() {
    client.close();
    try {
      proxy.stop();
    } catch (Exception e) {
      throw new IllegalStateException("the S3 API did not stop", e);
    }
  }
}
