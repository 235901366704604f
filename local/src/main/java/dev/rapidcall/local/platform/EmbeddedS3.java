package dev.rapidcall.local.platform;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/** The S3 API over one directory; it checks signatures as the real one does. */
final class EmbeddedS3 implements AutoCloseable {

  private final S3Proxy server;

  private EmbeddedS3(S3Proxy server) {
    this.server = server;
  }

  static EmbeddedS3 start(Path data, int port, S3Account account) {
    try {
      Files.createDirectories(data.resolve(account.bucket()));
      S3Proxy server =
          S3Proxy.builder()
              .blobStore(new FilesystemNio2BlobStore(data.toString()))
              .endpoint(endpoint(port))
              .awsAuthentication(AuthenticationType.AWS_V4, account.accessKey(), account.secret())
              .ignoreUnknownHeaders(true)
              .jettyMaxThreads(16)
              .stopTimeout(1_000)
              .build();
      server.start();
      return new EmbeddedS3(server);
    } catch (Exception e) {
      throw new PlatformException("The S3 server does not start on port " + port, e);
    }
  }

  static URI endpoint(int port) {
    return URI.create("http://127.0.0.1:" + port);
  }

  @Override
  public void close() throws Exception {
    server.stop();
  }
}
