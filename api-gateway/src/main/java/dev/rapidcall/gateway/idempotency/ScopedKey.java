package dev.rapidcall.gateway.idempotency;

import dev.rapidcall.service.errors.ApiException.BadRequest;
import dev.rapidcall.service.idempotency.RequestKey;

/** A client's key: another person's or workspace's key of the same text is another one. */
record ScopedKey(String workspaceId, String subject, String key) {
  static final String HEADER = RequestKey.HEADER;
  private static final int LONGEST = 255;

  ScopedKey {
    boolean printable = key.chars().allMatch(c -> c >= ' ' && c <= '~');
    if (key.isBlank() || key.length() > LONGEST || !printable) {
      throw new BadRequest(HEADER + " must have 1 to 255 printable characters");
    }
  }

  /** What its answer is bound to. */
  String whose() {
    return workspaceId + "\n" + subject + "\n" + key;
  }
}
