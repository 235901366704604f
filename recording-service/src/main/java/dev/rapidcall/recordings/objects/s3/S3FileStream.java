package dev.rapidcall.recordings.objects.s3;

import dev.rapidcall.recordings.objects.FileStream;
import java.io.InputStream;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/** An object on its way out of S3. Nothing of it is kept. */
final class S3FileStream implements FileStream {
  private final ResponseInputStream<GetObjectResponse> object;

  S3FileStream(ResponseInputStream<GetObjectResponse> object) {
    this.object = object;
  }

  @Override
  public long length() {
    return object.response().contentLength();
  }

  @Override
  public long fileSize() {
    String range = object.response().contentRange();
    return range == null ? length() : Long.parseLong(range.substring(range.indexOf('/') + 1));
  }

  @Override
  public InputStream bytes() {
    return object;
  }

  /** Aborts: a mere close would read the rest of the object to save the connection. */
  @Override
  public void close() {
    object.abort();
  }
}
