package dev.rapidcall.service.identity;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import dev.rapidcall.service.environment.Secret;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** Checks the tokens of {@link InternalTokens}: any of the live keys may have signed. */
final class InternalTokenDecoder {

  private InternalTokenDecoder() {}

  static JwtDecoder of(List<Secret> keys) {
    List<JWK> candidates = keys.stream().map(InternalTokenDecoder::key).toList();
    DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    processor.setJWSKeySelector(
        new JWSVerificationKeySelector<>(
            JWSAlgorithm.HS256, new ImmutableJWKSet<>(new JWKSet(candidates))));
    processor.setJWTClaimsSetVerifier((claims, context) -> {}); // the validator below does it
    NimbusJwtDecoder decoder = new NimbusJwtDecoder(processor);
    decoder.setJwtValidator(JwtValidators.createDefaultWithIssuer(InternalTokens.ISSUER));
    return decoder;
  }

  private static JWK key(Secret secret) {
    return new OctetSequenceKey.Builder(secret.value().getBytes(StandardCharsets.UTF_8)).build();
  }
}
