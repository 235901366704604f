package dev.rapidcall.recordings.objects.s3;

import dev.rapidcall.recordings.objects.FileLocation;
import dev.rapidcall.recordings.objects.FilePart;
import dev.rapidcall.recordings.objects.FileStream;
import dev.rapidcall.recordings.objects.NewFile;
import dev.rapidcall.recordings.objects.RecordedFiles;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;

/** Recordings in any S3 API. */
final class S3Files implements RecordedFiles {
  private static final Duration STORED_WITHIN = Duration.ofMinutes(2);

  private final S3Client s3;

  S3Files(S3Client s3) {
    this.s3 = s3;
  }

  @Override
  public OptionalLong size(FileLocation at) {
    try {
      return OptionalLong.of(
          s3.headObject(head -> head.bucket(at.bucket()).key(at.key())).contentLength());
    } catch (SdkException e) {
      if (S3Failures.isAbsent(e)) {
        return OptionalLong.empty();
      }
      throw S3Failures.translate(e);
    }
  }

  @Override
  public Optional<FileStream> open(FileLocation at, @Nullable FilePart part) {
    GetObjectRequest.Builder get = GetObjectRequest.builder().bucket(at.bucket()).key(at.key());
    if (part != null) {
      get.range("bytes=" + part.first() + "-" + part.last());
    }
    try {
      return Optional.of(new S3FileStream(s3.getObject(get.build())));
    } catch (SdkException e) {
      if (S3Failures.isAbsent(e)) {
        return Optional.empty();
      }
      throw S3Failures.translate(e);
    }
  }

  @Override
  public void store(FileLocation at, NewFile file) {
    try {
      s3.putObject(
          put ->
              put.bucket(at.bucket())
                  .key(at.key())
                  .contentType(file.mime())
                  .overrideConfiguration(over -> over.apiCallTimeout(STORED_WITHIN)),
          RequestBody.fromContentProvider(file.bytes()::get, file.length(), file.mime()));
    } catch (SdkException e) {
      throw S3Failures.translate(e);
    }
  }
}
