package dev.rapidcall.recordings.playback;

import dev.rapidcall.recordings.objects.FilePart;
import dev.rapidcall.recordings.playback.RequestedPart.Part;
import dev.rapidcall.recordings.playback.RequestedPart.Unsatisfiable;
import dev.rapidcall.recordings.playback.RequestedPart.Whole;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code Range}. Several ranges at once, and other units than bytes, get the whole file. */
public final class RangeHeader {
  private static final Pattern ONE_RANGE =
      Pattern.compile("bytes=\\s*(\\d{0,18})\\s*-\\s*(\\d{0,18})");

  private RangeHeader() {}

  /** What a header asks for, of a file of this size. */
  public static RequestedPart read(@Nullable String header, long size) {
    if (header == null || !header.strip().startsWith("bytes=") || header.contains(",")) {
      return new Whole();
    }
    Matcher range = ONE_RANGE.matcher(header.strip());
    if (!range.matches()) {
      return new Unsatisfiable();
    }
    String first = range.group(1);
    String last = range.group(2);
    if (first.isEmpty()) {
      return last.isEmpty() ? new Unsatisfiable() : suffix(Long.parseLong(last), size);
    }
    return span(Long.parseLong(first), last.isEmpty() ? size - 1 : Long.parseLong(last), size);
  }

  private static RequestedPart suffix(long length, long size) {
    return span(length == 0 ? size : Math.max(0, size - length), size - 1, size);
  }

  private static RequestedPart span(long first, long last, long size) {
    long end = Math.min(last, size - 1);
    return first > end ? new Unsatisfiable() : new Part(new FilePart(first, end));
  }
}
