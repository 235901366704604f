package dev.rapidcall.recordings.playback;

import dev.rapidcall.service.environment.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A secret of its own for links, drawn from the voice agent's where none is configured: what lies
 * in a link was never signed with the secret that opens the agent's door.
 */
final class DerivedSecret {
  private static final String ALGORITHM = "HmacSHA256";
  private static final byte[] PURPOSE =
      "rapidcall recording playback".getBytes(StandardCharsets.UTF_8);

  private DerivedSecret() {}

  static Secret from(Secret agentSecret) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(agentSecret.value().getBytes(StandardCharsets.UTF_8), ALGORITHM));
      return new Secret(HexFormat.of().formatHex(mac.doFinal(PURPOSE)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }
}
