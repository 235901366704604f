package dev.rapidcall.local.sandbox.livekit.faults;

import java.util.List;

/**
 * What the API does instead of its work.
 *
 * @param status answers this; 0: answers properly
 * @param hang never answers
 * @param methods the methods meant, such as `CreateRoom`; empty: all
 * @param times for so many requests; 0: until told otherwise
 */
public record ApiFaults(int status, boolean hang, List<String> methods, int times) {

  public static final ApiFaults NONE = new ApiFaults(0, false, List.of(), 0);

  public ApiFaults {
    if (status != 0 && (status < 400 || status > 599)) {
      throw new IllegalArgumentException("api.status must be 0 or between 400 and 599");
    }
    if (times < 0) {
      throw new IllegalArgumentException("api.times must not be negative");
    }
    methods = List.copyOf(methods);
  }

  boolean concerns(String method) {
    return (hang || status != 0) && (methods.isEmpty() || methods.contains(method));
  }
}
