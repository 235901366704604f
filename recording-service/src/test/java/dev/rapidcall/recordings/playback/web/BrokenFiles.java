package dev.rapidcall.recordings.playback.web;

import dev.rapidcall.recordings.objects.FileLocation;
import dev.rapidcall.recordings.objects.FilePart;
import dev.rapidcall.recordings.objects.FileStream;
import dev.rapidcall.recordings.objects.FilesException;
import dev.rapidcall.recordings.objects.FilesException.Fault;
import dev.rapidcall.recordings.objects.NewFile;
import dev.rapidcall.recordings.objects.RecordedFiles;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A storage that fails at once, or after it has sent half of what it promised. */
final class BrokenFiles implements RecordedFiles {
  static final long PROMISED = 100_000;
  private volatile @Nullable Fault fault;

  void failWith(Fault fault) {
    this.fault = fault;
  }

  void breakOff() {
    fault = null;
  }

  @Override
  public OptionalLong size(FileLocation location) {
    return OptionalLong.of(PROMISED);
  }

  @Override
  public Optional<FileStream> open(FileLocation location, @Nullable FilePart part) {
    Fault now = fault;
    if (now != null) {
      throw new FilesException(now, "as the test wished");
    }
    return Optional.of(new Half());
  }

  @Override
  public void store(FileLocation location, NewFile file) {
    Fault now = fault;
    if (now != null) {
      throw new FilesException(now, "as the test wished");
    }
  }

  private static final class Half extends InputStream implements FileStream {
    private long left = PROMISED / 2;

    @Override
    public int read() throws IOException {
      if (left == 0) {
        throw new IOException("the storage broke off");
      }
      left--;
      return 'x';
    }

    @Override
    public long length() {
      return PROMISED;
    }

    @Override
    public long fileSize() {
      return PROMISED;
    }

    @Override
    public InputStream bytes() {
      return this;
    }

    @Override
    public void close() {}
  }
}
