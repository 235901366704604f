package dev.rapidcall.recordings.playback;

import dev.rapidcall.recordings.objects.FilePart;

/** Which part of a file somebody asks for. */
public sealed interface RequestedPart {

  /** Everything. */
  record Whole() implements RequestedPart {}

  /** A part that lies in the file. */
  record Part(FilePart part) implements RequestedPart {}

  /** No byte of the file, or nonsense. */
  record Unsatisfiable() implements RequestedPart {}
}
