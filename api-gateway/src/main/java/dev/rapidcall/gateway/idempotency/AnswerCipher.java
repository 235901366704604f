package dev.rapidcall.gateway.idempotency;

import dev.rapidcall.service.environment.Secret;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.json.JsonMapper;

/**
 * Kept answers hold secrets that are shown once, such as a new API key, and the database must not
 * give them away. Each is bound to its key, so that no row can stand in for another.
 */
final class AnswerCipher {
  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final String PURPOSE = "rapidcall kept answers";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final List<SecretKey> keys;
  private final SecureRandom random = new SecureRandom();
  private final JsonMapper json = JsonMapper.shared();

  AnswerCipher(List<Secret> secrets) {
    this.keys = secrets.stream().map(AnswerCipher::derived).toList();
  }

  byte[] encrypt(ScopedKey of, KeptAnswer answer) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      byte[] hidden =
          cipher(Cipher.ENCRYPT_MODE, keys.getFirst(), nonce, of)
              .doFinal(json.writeValueAsBytes(answer));
      return ByteBuffer.allocate(nonce.length + hidden.length).put(nonce).put(hidden).array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has AES-GCM", e);
    }
  }

  /** Empty if it was encrypted with a key that is no longer live. */
  Optional<KeptAnswer> decrypt(ScopedKey of, byte[] kept) {
    byte[] nonce = new byte[NONCE_BYTES];
    ByteBuffer.wrap(kept).get(nonce);
    for (SecretKey key : keys) {
      try {
        byte[] shown =
            cipher(Cipher.DECRYPT_MODE, key, nonce, of)
                .doFinal(kept, NONCE_BYTES, kept.length - NONCE_BYTES);
        return Optional.of(json.readValue(shown, KeptAnswer.class));
      } catch (AEADBadTagException e) {
        continue; // not this key
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("every JDK has AES-GCM", e);
      }
    }
    return Optional.empty();
  }

  private static Cipher cipher(int mode, SecretKey key, byte[] nonce, ScopedKey of)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(CIPHER);
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    String whose = of.workspaceId() + "\n" + of.subject() + "\n" + of.key();
    cipher.updateAAD(whose.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  private static SecretKey derived(Secret secret) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.value().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return new SecretKeySpec(mac.doFinal(PURPOSE.getBytes(StandardCharsets.UTF_8)), "AES");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HMAC", e);
    }
  }
}
