package dev.rapidcall.service.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import dev.rapidcall.service.environment.Secret;
import dev.rapidcall.service.secrets.LiveSecrets;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** Checks the tokens of {@link InternalTokens}: any of the live keys may have signed. */
final class InternalTokenDecoder implements JwtDecoder {
  /** The way between our services is our own: a clock that goes wrong must not stop everything. */
  private static final Duration CLOCKS_DIFFER_BY = Duration.ofMinutes(15);

  private final JwtDecoder anyKey;
  private final LiveSecrets<Secret> live;

  /**
   * @param service only tokens for this one hold, and those for nobody in particular
   */
  InternalTokenDecoder(List<Secret> keys, LiveSecrets<Secret> live, String service) {
    this.anyKey = decoder(keys, service);
    this.live = live;
  }

  /** A token that holds is looked at once more: which key signed it must be known to drop one. */
  @Override
  public Jwt decode(String token) {
    Jwt decoded = anyKey.decode(token);
    live.accept(key -> isSignedWith(key, token));
    return decoded;
  }

  private static JwtDecoder decoder(List<Secret> keys, String service) {
    List<JWK> candidates = keys.stream().map(InternalTokenDecoder::key).toList();
    DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    processor.setJWSKeySelector(
        new JWSVerificationKeySelector<>(
            JWSAlgorithm.HS256, new ImmutableJWKSet<>(new JWKSet(candidates))));
    processor.setJWTClaimsSetVerifier((claims, context) -> {}); // the validator below does it
    NimbusJwtDecoder decoder = new NimbusJwtDecoder(processor);
    decoder.setJwtValidator(
        new DelegatingOAuth2TokenValidator<>(
            new JwtTimestampValidator(CLOCKS_DIFFER_BY),
            new JwtIssuerValidator(InternalTokens.ISSUER),
            token -> isMeantFor(service, token)));
    return decoder;
  }

  private static OAuth2TokenValidatorResult isMeantFor(String service, Jwt token) {
    List<String> meant = token.getAudience();
    return meant == null || service.isBlank() || meant.contains(service)
        ? OAuth2TokenValidatorResult.success()
        : OAuth2TokenValidatorResult.failure(
            new OAuth2Error(
                OAuth2ErrorCodes.INVALID_TOKEN, "The token is for another service", null));
  }

  private static boolean isSignedWith(Secret key, String token) {
    try {
      return JWSObject.parse(token).verify(new MACVerifier(bytes(key)));
    } catch (ParseException | JOSEException e) {
      return false;
    }
  }

  private static JWK key(Secret secret) {
    return new OctetSequenceKey.Builder(bytes(secret)).build();
  }

  private static byte[] bytes(Secret secret) {
    return secret.value().getBytes(StandardCharsets.UTF_8);
  }
}
