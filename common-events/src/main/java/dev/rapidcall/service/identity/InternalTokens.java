package dev.rapidcall.service.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import dev.rapidcall.service.environment.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  /** A token for one request, good at every service. */
  public String mint(Caller caller, String requestId) {
    return signed(claims(caller, requestId));
  }

  /** A token for one request to this service and no other. */
  public String mint(Caller caller, String requestId, String service) {
    Map<String, Object> claims = claims(caller, requestId);
    claims.put("aud", service);
    return signed(claims);
  }

  private Map<String, Object> claims(Caller caller, String requestId) {
    long now = clock.instant().getEpochSecond();
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", ISSUER);
    claims.put("sub", caller.subject());
    claims.put("iat", now);
    claims.put("exp", now + LIFETIME.toSeconds());
    claims.put("jti", requestId);
    claims.put(Caller.SCOPE_CLAIM, String.join(" ", new TreeSet<>(caller.scopes())));
    if (caller.workspaceId() != null) {
      claims.put(Caller.WORKSPACE_CLAIM, caller.workspaceId().value());
    }
    return claims;
  }

  private String signed(Map<String, Object> claims) {
    JWSObject token = new JWSObject(new JWSHeader(JWSAlgorithm.HS256), new Payload(claims));
    try {
      token.sign(new MACSigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException("the internal token key cannot sign", e);
    }
    return token.serialize();
  }
}
