package dev.rapidcall.service.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.rapidcall.service.environment.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.TreeSet;

/** Mints the token by which one service tells another who asks. */
public final class InternalTokens {
  /** Who signs: the gateway is the only door. */
  public static final String ISSUER = "rapidcall-gateway";

  private static final Duration LIFETIME = Duration.ofSeconds(60);

  private final byte[] key;
  private final Clock clock;

  /**
   * @param keys the first one signs
   */
  public InternalTokens(List<Secret> keys, Clock clock) {
    this.key = keys.getFirst().value().getBytes(StandardCharsets.UTF_8);
    this.clock = clock;
  }

  /** A token for one request. */
  public String mint(Caller caller, String requestId) {
    Instant now = clock.instant();
    JWTClaimsSet.Builder claims =
        new JWTClaimsSet.Builder()
            .issuer(ISSUER)
            .subject(caller.subject())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(LIFETIME)))
            .jwtID(requestId)
            .claim(Caller.SCOPE_CLAIM, String.join(" ", new TreeSet<>(caller.scopes())));
    if (caller.workspaceId() != null) {
      claims.claim(Caller.WORKSPACE_CLAIM, caller.workspaceId().value());
    }
    return signed(claims.build());
  }

  private String signed(JWTClaimsSet claims) {
    SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
    try {
      token.sign(new MACSigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException("the internal token key cannot sign", e);
    }
    return token.serialize();
  }
}
