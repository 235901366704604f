package dev.rapidcall.calls.webhooks.delivery;

import dev.rapidcall.service.environment.Secret;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;

/**
 * One of a workspace's secrets.
 *
 * @param shown whether anybody has seen it
 */
record SigningSecret(String id, Secret value, boolean shown, Instant createdAt) {
  /** How a secret begins, as Standard Webhooks has it. */
  static final String PREFIX = "whsec_";

  private static final int BYTES = 32;

  static Secret random(SecureRandom random) {
    byte[] key = new byte[BYTES];
    random.nextBytes(key);
    return new Secret(PREFIX + Base64.getEncoder().encodeToString(key));
  }
}
