package dev.rapidcall.gateway.accounts;

import dev.rapidcall.service.errors.ApiException.Unavailable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Argon2id with OWASP's parameters. Each hash takes 19 MiB, so only a few are made at once; the
 * others wait, and not for ever.
 */
@Component
final class Passwords {
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final int LANES = 1;
  private static final int MEMORY_KIB = 19_456;
  private static final int PART_OF_THE_MEMORY = 8;
  private static final int PASSES = 2;
  private static final int PATIENCE_SECONDS = 5;

  static final int AT_ONCE =
      atOnce(Runtime.getRuntime().availableProcessors(), Runtime.getRuntime().maxMemory());

  private final PasswordEncoder argon2;
  private final Semaphore places = new Semaphore(AT_ONCE, true);
  private final String nobodysHash;

  @Autowired
  Passwords() {
    this(new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES));
  }

  Passwords(PasswordEncoder argon2) {
    this.argon2 = argon2;
    this.nobodysHash = encode("nobody has this password");
  }

  /** So many as there are processors, and as the memory allows. */
  static int atOnce(int processors, long memory) {
    long places = memory / PART_OF_THE_MEMORY / (MEMORY_KIB * 1024L);
    return (int) Math.max(2, Math.min(processors, places));
  }

  String hash(String password) {
    return inTurn(() -> encode(password));
  }

  /** Takes as long for an unknown person (null) as for a known one. */
  boolean match(String password, @Nullable String hash) {
    boolean equal = inTurn(() -> argon2.matches(password, hash == null ? nobodysHash : hash));
    return equal && hash != null;
  }

  /** Whether a hash was made with weaker parameters than today's. */
  boolean isOutdated(String hash) {
    return argon2.upgradeEncoding(hash);
  }

  private String encode(String password) {
    String hash = argon2.encode(password);
    if (hash == null) {
      throw new IllegalStateException("Argon2 made no hash");
    }
    return hash;
  }

  private <T> T inTurn(Supplier<T> work) {
    try {
      if (!places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new Unavailable("Too many people sign in at once", PATIENCE_SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unavailable("Shutting down", PATIENCE_SECONDS);
    }
    try {
      return work.get();
    } finally {
      places.release();
    }
  }
}
