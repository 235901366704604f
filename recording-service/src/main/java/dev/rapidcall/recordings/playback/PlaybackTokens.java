package dev.rapidcall.recordings.playback;

import dev.rapidcall.events.CallId;
import dev.rapidcall.service.environment.Secret;
import dev.rapidcall.service.secrets.LiveSecrets;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
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
  private final LiveSecrets<Secret> secrets;
  private final Clock clock;

  PlaybackTokens(LiveSecrets<Secret> secrets, Clock clock) {
    this.secrets = secrets;
    this.clock = clock;
  }

  /** Whether there is a secret to sign with. */
  public boolean canSign() {
    return secrets.isSet();
  }

  /** A token for a call's recording, from now. */
  public String sign(CallId call) {
    long expiry = clock.instant().plus(LIFE).toEpochMilli();
    return expiry + "." + signature(secrets.newest(), call, expiry);
  }

  /** Whether a token allows to hear this call now. */
  public boolean allows(CallId call, String token) {
    Matcher shape = SHAPE.matcher(token);
    if (!shape.matches()) {
      return false;
    }
    long expiry = Long.parseLong(shape.group(1));
    byte[] presented = shape.group(2).getBytes(StandardCharsets.US_ASCII);
    return clock.instant().isBefore(Instant.ofEpochMilli(expiry))
        && secrets.accept(secret -> isSignature(presented, secret, call, expiry));
  }

  private static boolean isSignature(byte[] presented, Secret secret, CallId call, long expiry) {
    byte[] expected = signature(secret, call, expiry).getBytes(StandardCharsets.US_ASCII);
    return MessageDigest.isEqual(expected, presented);
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
