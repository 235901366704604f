package dev.rapidcall.service.environment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** A value that must not be seen: it prints as {@code [redacted]}. */
public record Secret(String value) {

  /** Whether somebody presented this secret; takes the same time for every wrong answer. */
  public boolean matches(String presented) {
    return MessageDigest.isEqual(
        value.getBytes(StandardCharsets.UTF_8), presented.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return "[redacted]";
  }
}
