package dev.rapidcall.recordings.objects.s3;

import dev.rapidcall.recordings.objects.FilesException;
import dev.rapidcall.recordings.objects.FilesException.Fault;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.exception.SdkServiceException;

/** Tells the failures of S3 apart, in one place. */
final class S3Failures {
  private S3Failures() {}

  static boolean isAbsent(SdkException failure) {
    return failure instanceof SdkServiceException answer && answer.statusCode() == 404;
  }

  static FilesException translate(SdkException failure) {
    if (!(failure instanceof SdkServiceException answer)) {
      return new FilesException(Fault.UNREACHABLE, "the storage cannot be reached");
    }
    return switch (answer.statusCode()) {
      case 416 -> new FilesException(Fault.OUT_OF_RANGE, "the file is shorter than that");
      case 400, 401, 403 ->
          new FilesException(Fault.REFUSED, "the storage refused us (" + answer.statusCode() + ")");
      default ->
          new FilesException(
              Fault.UNREACHABLE, "the storage could not answer (" + answer.statusCode() + ")");
    };
  }
}
