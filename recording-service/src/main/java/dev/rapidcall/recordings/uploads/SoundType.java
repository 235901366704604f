package dev.rapidcall.recordings.uploads;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an uploaded file is kept and served as. Only sound keeps its type: a page or a script that
 * somebody uploaded must not run where the API is.
 */
record SoundType(String mime, String extension) {
  private static final SoundType ANYTHING = new SoundType("application/octet-stream", "bin");
  private static final Map<String, String> EXTENSIONS =
      Map.ofEntries(
          Map.entry("audio/webm", "webm"),
          Map.entry("video/webm", "webm"),
          Map.entry("audio/ogg", "ogg"),
          Map.entry("video/ogg", "ogg"),
          Map.entry("application/ogg", "ogg"),
          Map.entry("audio/mpeg", "mp3"),
          Map.entry("audio/mp3", "mp3"),
          Map.entry("audio/wav", "wav"),
          Map.entry("audio/wave", "wav"),
          Map.entry("audio/x-wav", "wav"),
          Map.entry("audio/vnd.wave", "wav"));

  static SoundType of(@Nullable String sent) {
    if (sent == null) {
      return ANYTHING;
    }
    int end = sent.indexOf(';');
    String mime = (end < 0 ? sent : sent.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    String extension = EXTENSIONS.get(mime);
    return extension == null ? ANYTHING : new SoundType(mime, extension);
  }
}
