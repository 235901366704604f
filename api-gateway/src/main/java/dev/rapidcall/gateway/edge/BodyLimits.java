package dev.rapidcall.gateway.edge;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How large a body may be, by where it goes and what it says it is. */
final class BodyLimits {
  private static final long KIB = 1024L;
  private static final long MIB = 1024 * KIB;
  private static final long ORDINARY = 10 * MIB;
  private static final long WEBHOOK = MIB;
  private static final long FORM = 100 * KIB;
  private static final long PDF = 20 * MIB;
  private static final long RECORDING = 50 * MIB;

  /** For the boundaries, headers and small fields around a file. */
  private static final long AROUND_A_FILE = 64 * KIB;

  private static final Pattern PDF_UPLOAD = Pattern.compile("/api/kb/folders/[^/]+/pdf");
  private static final Pattern RECORDING_UPLOAD = Pattern.compile("/api/calls/[^/]+/recording");

  private BodyLimits() {}

  static long of(HttpServletRequest request) {
    return of(Door.path(request), Door.of(request), request.getContentType());
  }

  static long of(String path, Door door, @Nullable String contentType) {
    String type = contentType == null ? "" : contentType.toLowerCase(Locale.ROOT);
    return switch (door) {
      case WEBHOOK -> WEBHOOK;
      case SIGN_IN, PUBLIC -> FORM; // a few short fields, and anybody may send them
      case AGENT -> isForm(type) ? FORM : ORDINARY;
      case USER -> isUpload(type) ? upload(path) : isForm(type) ? FORM : ORDINARY;
    };
  }

  /** Uploads are passed on while they come; everything else may lie in memory as a whole. */
  static boolean isPassedOn(HttpServletRequest request) {
    String type = request.getContentType();
    return Door.of(request) == Door.USER && type != null && isUpload(type.toLowerCase(Locale.ROOT));
  }

  private static boolean isUpload(String type) {
    return type.startsWith("multipart/");
  }

  private static boolean isForm(String type) {
    return type.startsWith("application/x-www-form-urlencoded");
  }

  private static long upload(String path) {
    if (PDF_UPLOAD.matcher(path).matches()) {
      return PDF + AROUND_A_FILE;
    }
    return RECORDING_UPLOAD.matcher(path).matches() ? RECORDING + AROUND_A_FILE : ORDINARY;
  }
}
