package dev.rapidcall.recordings.playback;

import dev.rapidcall.events.CallId;
import dev.rapidcall.service.environment.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs the right to hear one recording for half an hour: {@code <expiry in ms>.<signature>}. The
 * first secret signs, every live one is accepted.
 */
public final class PlaybackTokens {
  /** How long a token holds. */
  public static final Duration LIFE = Duration.ofMinutes(30);

  private static final Pattern SHAPE = Pattern.compile("(\\d{1,15})\\.([A-Za-z0-9_-]{1,100})");
  private static final String ALGORITHM = "HmacSHA256";
  private final List<Secret> secrets;
  private final Clock clock;

  PlaybackTokens(List<Secret> secrets, Clock clock) {
    this.secrets = List.copyOf(secrets);
    this.clock = clock;
  }

  /** Whether there is a secret to sign with. */
  public boolean canSign() {
    return !secrets.isEmpty();
  }

  /** A token for a call's recording, from now. */
  public String sign(CallId call) {
    long expiry = clock.instant().plus(LIFE).toEpochMilli();
    return expiry + "." + signature(secrets.getFirst(), call, expiry);
  }

  /** Whether a token allows to hear this call now. */
  public boolean allows(CallId call, String token) {
    Matcher shape = SHAPE.matcher(token);
    if (!shape.matches()) {
      return false;
    }
    long expiry = Long.parseLong(shape.group(1));
    byte[] presented = shape.group(2).getBytes(StandardCharsets.US_ASCII);
    boolean isSigned = false;
    for (Secret secret : secrets) {
      byte[] expected = signature(secret, call, expiry).getBytes(StandardCharsets.US_ASCII);
      isSigned |= MessageDigest.isEqual(expected, presented);
    }
    return isSigned && clock.instant().isBefore(Instant.ofEpochMilli(expiry));
  }

  private static String signature(Secret secret, CallId call, long expiry) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.value().getBytes(StandardCharsets.UTF_8), ALGORITHM));
      byte[] signed = mac.doFinal((call + "." + expiry).getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }
}
