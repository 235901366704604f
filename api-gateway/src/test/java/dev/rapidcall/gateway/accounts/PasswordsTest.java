package dev.rapidcall.gateway.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

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
}
