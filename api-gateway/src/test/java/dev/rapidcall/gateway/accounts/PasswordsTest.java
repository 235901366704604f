package dev.rapidcall.gateway.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

class PasswordsTest {
  private final Passwords passwords = new Passwords();

  @Test
  void knowsARightPasswordFromAWrongOne() {
    String hash = passwords.hash("correct horse");

    assertThat(passwords.match("correct horse", hash)).isTrue();
    assertThat(passwords.match("wrong horse", hash)).isFalse();
  }

  @Test
  void nobodyHasAPassword() {
    assertThat(passwords.match("nobody has this password", null)).isFalse();
  }

  @Test
  void hashesTheSamePasswordDifferentlyWithArgon2id() {
    String hash = passwords.hash("same");

    assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    assertThat(passwords.hash("same")).isNotEqualTo(hash);
  }

  @Test
  void knowsAHashOfWeakerParameters() {
    String weaker = new Argon2PasswordEncoder(16, 32, 1, 12_288, 2).encode("same");

    assertThat(passwords.isOutdated(weaker)).isTrue();
    assertThat(passwords.isOutdated(passwords.hash("same"))).isFalse();
    assertThat(passwords.match("same", weaker)).isTrue();
  }

  @Test
  @DisplayName("weakness 27: an unknown person costs the same work as a known one")
  void anUnknownPersonTakesAsLong() {
    Counting counting = new Counting();
    Passwords counted = new Passwords(counting);
    String hash = counted.hash("right");

    counting.matched.clear();
    counted.match("wrong", hash);
    counted.match("wrong", null);

    assertThat(counting.matched).hasSize(2);
    assertThat(parameters(counting.matched.get(1)))
        .isEqualTo(parameters(counting.matched.getFirst()))
        .isEqualTo("$argon2id$v=19$m=19456,t=2,p=1");
  }

  @Test
  void asManyAtOnceAsProcessorsAndMemoryAllow() {
    long mib = 1024 * 1024;

    assertThat(Passwords.atOnce(4, 8_192 * mib)).isEqualTo(4);
    assertThat(Passwords.atOnce(64, 760 * mib)).isEqualTo(5);
    assertThat(Passwords.atOnce(1, 100 * mib)).isEqualTo(2);
  }

  @Test
  void hashesOnlySoManyAtOnce() throws Exception {
    Meeting meeting = new Meeting();
    Passwords limited = new Passwords(meeting);

    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Boolean>> all = new ArrayList<>();
      for (int i = 0; i < 3 * Passwords.AT_ONCE; i++) {
        all.add(threads.submit(() -> limited.match("any", null)));
      }
      for (Future<Boolean> one : all) {
        one.get();
      }
    }

    assertThat(meeting.most.get()).isEqualTo(Passwords.AT_ONCE);
  }

  private static String parameters(String hash) {
    return hash.substring(0, hash.indexOf('$', "$argon2id$v=19$".length()));
  }

  /** The real one, watched. */
  private static final class Counting implements PasswordEncoder {
    private final PasswordEncoder argon2 = new Argon2PasswordEncoder(16, 32, 1, 19_456, 2);
    private final List<String> matched = new ArrayList<>();

    @Override
    public @Nullable String encode(@Nullable CharSequence password) {
      return argon2.encode(password);
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
      matched.add(String.valueOf(hash));
      return argon2.matches(password, hash);
    }
  }

  /** Lets nobody go before as many are in as may be in. */
  private static final class Meeting implements PasswordEncoder {
    private final CyclicBarrier full = new CyclicBarrier(Passwords.AT_ONCE);
    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    @Override
    public String encode(@Nullable CharSequence password) {
      return "hash";
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
      most.accumulateAndGet(inside.incrementAndGet(), Math::max);
      try {
        full.await(30, TimeUnit.SECONDS);
      } catch (Exception e) {
        throw new AssertionError(e);
      } finally {
        inside.decrementAndGet();
      }
      return false;
    }
  }
}
