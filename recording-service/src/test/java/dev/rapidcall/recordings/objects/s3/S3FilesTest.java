package dev.rapidcall.recordings.objects.s3;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rapidcall.recordings.objects.FileLocation;
import dev.rapidcall.recordings.objects.FilePart;
import dev.rapidcall.recordings.objects.FileStream;
import dev.rapidcall.recordings.objects.FilesException;
import dev.rapidcall.recordings.objects.FilesException.Fault;
import dev.rapidcall.recordings.objects.RecordedFiles;
import java.io.IOException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class S3FilesTest {
  private static final FileLocation FILE = new FileLocation(S3Double.BUCKET, "calls/a.mp3");
  private static final S3Double s3 = new S3Double();
  private static final RecordedFiles files = files(S3Double.SECRET);

  @BeforeAll
  static void put() {
    s3.put(FILE.key(), "0123456789".getBytes(US_ASCII));
  }

  @AfterAll
  static void stop() {
    s3.close();
  }

  @Test
  void knowsTheSize() {
    assertThat(files.size(FILE)).hasValue(10);
  }

  @Test
  @DisplayName("weakness 19: S3's 404 is told as what it is")
  void whatIsNotThereIsAbsentAndNoFailure() {
    assertThat(files.size(new FileLocation(S3Double.BUCKET, "calls/none.mp3"))).isEmpty();
    assertThat(files.size(new FileLocation("no-such-bucket", "calls/a.mp3"))).isEmpty();
    assertThat(files.open(new FileLocation(S3Double.BUCKET, "calls/none.mp3"), null)).isEmpty();
  }

  @Test
  void readsTheWholeAndAPart() throws IOException {
    assertThat(read(null)).isEqualTo("10 of 10: 0123456789");
    assertThat(read(new FilePart(3, 5))).isEqualTo("3 of 10: 345");
  }

  @Test
  void anEarlyEndDoesNotHurtTheNextReader() throws IOException {
    try (FileStream early = files.open(FILE, null).orElseThrow()) {
      assertThat(early.bytes().read()).isEqualTo('0');
    }
    assertThat(read(null)).isEqualTo("10 of 10: 0123456789");
  }

  @Test
  @DisplayName("weakness 19: S3's 416 is told as what it is")
  void aPartBehindTheEndIsOutOfRange() {
    assertThat(fault(() -> files.open(FILE, new FilePart(10, 20)))).isEqualTo(Fault.OUT_OF_RANGE);
  }

  @Test
  void wrongCredentialsAreRefused() {
    assertThat(fault(() -> files("wrong").size(FILE))).isEqualTo(Fault.REFUSED);
  }

  @Test
  void nobodyThereIsUnreachable() {
    S3Double gone = new S3Double();
    RecordedFiles files =
        new S3Files(new S3Configuration().s3Client(gone.settings(S3Double.SECRET)));
    gone.close();

    assertThat(fault(() -> files.size(FILE))).isEqualTo(Fault.UNREACHABLE);
  }

  private static String read(@Nullable FilePart part) throws IOException {
    try (FileStream file = files.open(FILE, part).orElseThrow()) {
      return file.length()
          + " of "
          + file.fileSize()
          + ": "
          + new String(file.bytes().readAllBytes(), US_ASCII);
    }
  }

  private static Fault fault(ThrowingCallable request) {
    return catchThrowableOfType(FilesException.class, request).fault();
  }

  private static RecordedFiles files(String secret) {
    return new S3Files(new S3Configuration().s3Client(s3.settings(secret)));
  }
}
