package dev.rapidcall.gateway.webhooks.livekit;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import dev.rapidcall.gateway.webhooks.livekit.LiveKitSettings.KeyPair;
import dev.rapidcall.service.environment.Secret;
import dev.rapidcall.service.secrets.LiveSecrets;
import dev.rapidcall.service.secrets.SecretUses;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.text.ParseException;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Checks that LiveKit sent these bytes: a JWT of one of our keys carries their SHA-256. The MAC is
 * computed here because libraries refuse the short secrets of development servers.
 */
@Component
final class LiveKitSignature {
  private static final String BEARER = "bearer ";
  private static final String HMAC = "HmacSHA256";
  private static final long LEEWAY_SECONDS = 60;

  private final LiveSecrets<KeyPair> pairs;
  private final Clock clock;

  LiveKitSignature(LiveKitSettings settings, SecretUses uses, Clock clock) {
    this.pairs = uses.of("livekit", settings.pairs());
    this.clock = clock;
  }

  boolean isValid(String authorization, byte[] body) {
    return digest(authorization).filter(digest -> isDigestOf(body, digest)).isPresent();
  }

  /** What a token of ours that holds says of the body; empty if it does not hold. */
  Optional<String> digest(String authorization) {
    String token =
        authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
            ? authorization.substring(BEARER.length()).trim()
            : authorization.trim();
    try {
      JWSObject jws = JWSObject.parse(token);
      Map<String, Object> claims = jws.getPayload().toJSONObject();
      boolean holds =
          claims != null
              && JWSAlgorithm.HS256.equals(jws.getHeader().getAlgorithm())
              && isInTime(claims)
              && claims.get("iss") instanceof String issuer
              && pairs.accept(
                  pair -> pair.key().equals(issuer) && isSignedWith(pair.secret(), jws));
      return holds && claims.get("sha256") instanceof String digest
          ? Optional.of(digest)
          : Optional.empty();
    } catch (ParseException e) {
      return Optional.empty();
    }
  }

  static boolean isDigestOf(byte[] body, String claim) {
    return MessageDigest.isEqual(
        Base64.getEncoder().encode(Sha256.of(body)), claim.getBytes(StandardCharsets.UTF_8));
  }

  private static boolean isSignedWith(Secret secret, JWSObject jws) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(secret.value().getBytes(StandardCharsets.UTF_8), HMAC));
      return MessageDigest.isEqual(mac.doFinal(jws.getSigningInput()), jws.getSignature().decode());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + HMAC, e);
    }
  }

  private boolean isInTime(Map<String, Object> claims) {
    long now = clock.instant().getEpochSecond();
    boolean expired =
        !(claims.get("exp") instanceof Number end) || end.longValue() + LEEWAY_SECONDS < now;
    boolean early =
        claims.get("nbf") instanceof Number begin && begin.longValue() - LEEWAY_SECONDS > now;
    return !expired && !early;
  }
}
