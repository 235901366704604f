package dev.rapidcall.calls.naming;

import java.security.SecureRandom;
import org.springframework.stereotype.Component;

/** Makes random names of {@code [0-9A-Za-z]}. */
@Component
public class RandomNames {
  private static final String ALPHABET =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private final SecureRandom random = new SecureRandom();

  /** A name of so many characters. */
  public String next(int length) {
    StringBuilder name = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      name.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return name.toString();
  }
}
