package dev.rapidcall.recordings.objects;

import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The store of the recorded files. Every method may throw {@link FilesException}. */
public interface RecordedFiles {

  /** The size of a file in bytes, empty if there is none. */
  OptionalLong size(FileLocation location);

  /**
   * Opens a file, or a part of it, for reading; empty if there is none. The caller closes it.
   *
   * @param part null for the whole file
   */
  Optional<FileStream> open(FileLocation location, @Nullable FilePart part);

  /** Keeps a file; it is there as a whole or not at all. */
  void store(FileLocation location, NewFile file);
}
