package dev.rapidcall.local.sandbox.livekit.wire;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the bearer token of a request as LiveKit does, with its words for what is wrong. */
public final class TokenReader {

  private static final String BEARER = "Bearer ";
  private static final JsonMapper JSON = JsonMapper.shared();

  private final SigningKey key;
  private final Clock clock;

  /** Accepts tokens of this key that have not expired by this clock. */
  public TokenReader(SigningKey key, Clock clock) {
    this.key = key;
    this.clock = clock;
  }

  /** The grants of the request; without a header there are none. */
  public Grants read(@Nullable String authorization) {
    if (authorization == null || authorization.isEmpty()) {
      return Grants.NONE;
    }
    if (!authorization.startsWith(BEARER)) {
      throw new BadToken("invalid authorization header. Must start with " + BEARER);
    }
    return check(authorization.substring(BEARER.length()));
  }

  private Grants check(String token) {
    List<String> parts = List.of(token.split("\\.", -1));
    if (parts.size() != 3) {
      throw malformed();
    }
    JsonNode claims = json(parts.get(1));
    if (!"HS256".equals(json(parts.get(0)).path("alg").asString(""))) {
      throw malformed();
    }
    String issuer = claims.path("iss").asString("");
    if (!issuer.equals(key.apiKey())) {
      throw new BadToken("invalid API key: " + issuer);
    }
    if (!key.signed(parts.get(0) + "." + parts.get(1), decode(parts.get(2)))) {
      throw invalid(token, "go-jose/go-jose: error in cryptographic primitive");
    }
    checkTimes(token, claims);
    return Grants.of(claims.path("video"), claims.path("sip"));
  }

  private void checkTimes(String token, JsonNode claims) {
    Instant now = clock.instant();
    if (claims.has("exp") && !now.isBefore(time(claims, "exp"))) {
      throw invalid(token, "go-jose/go-jose/jwt: validation failed, token is expired (exp)");
    }
    if (claims.has("nbf") && now.plusSeconds(60).isBefore(time(claims, "nbf"))) {
      throw invalid(token, "go-jose/go-jose/jwt: validation failed, token not valid yet (nbf)");
    }
  }

  private static Instant time(JsonNode claims, String name) {
    return Instant.ofEpochSecond(claims.path(name).asLong(0));
  }

  private static JsonNode json(String part) {
    try {
      return JSON.readTree(new String(decode(part), StandardCharsets.UTF_8));
    } catch (JacksonException e) {
      throw malformed();
    }
  }

  private static byte[] decode(String part) {
    try {
      return Base64.getUrlDecoder().decode(part);
    } catch (IllegalArgumentException e) {
      throw malformed();
    }
  }

  private static BadToken malformed() {
    return new BadToken("invalid authorization token");
  }

  private static BadToken invalid(String token, String why) {
    return new BadToken("invalid token: " + token + ", error: " + why);
  }

  /** The token is not good enough; its answer may hold the token. */
  public static final class BadToken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String answer;

    BadToken(String answer) {
      super("a token was refused");
      this.answer = answer;
    }

    /** The body of the answer. */
    public String answer() {
      return answer;
    }
  }
}
