package dev.rapidcall.service.idempotency;

import dev.rapidcall.service.environment.Secret;
import dev.rapidcall.service.secrets.LiveSecrets;
import dev.rapidcall.service.secrets.SecretUses;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
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
public final class AnswerCipher {
  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final String SECRET = "internal-token";
  private static final String PURPOSE = "rapidcall kept answers";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final LiveSecrets<SecretKey> keys;
  private final SecureRandom random = new SecureRandom();
  private final JsonMapper json = JsonMapper.shared();

  AnswerCipher(List<Secret> secrets, SecretUses uses) {
    this.keys = uses.of(SECRET, secrets.stream().map(AnswerCipher::derived).toList());
  }

  /**
   * What may lie in a table.
   *
   * @param of whose answer it is; the same is needed to read it
   */
  public byte[] encrypt(String of, KeptAnswer answer) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      byte[] hidden =
          cipher(Cipher.ENCRYPT_MODE, keys.newest(), nonce, of)
              .doFinal(json.writeValueAsBytes(answer));
      return ByteBuffer.allocate(nonce.length + hidden.length).put(nonce).put(hidden).array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has AES-GCM", e);
    }
  }

  /** Empty if it was encrypted with a key that is no longer live. */
  public Optional<KeptAnswer> decrypt(String of, byte[] kept) {
    AtomicReference<byte[]> shown = new AtomicReference<>();
    return keys.accept(key -> opens(key, of, kept, shown))
        ? Optional.of(json.readValue(shown.get(), KeptAnswer.class))
        : Optional.empty();
  }

  private static boolean opens(
      SecretKey key, String of, byte[] kept, AtomicReference<byte[]> shown) {
    byte[] nonce = new byte[NONCE_BYTES];
    ByteBuffer.wrap(kept).get(nonce);
    try {
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, nonce, of);
      shown.set(cipher.doFinal(kept, NONCE_BYTES, kept.length - NONCE_BYTES));
      return true;
    } catch (AEADBadTagException e) {
      return false; // not this key
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has AES-GCM", e);
    }
  }

  private static Cipher cipher(int mode, SecretKey key, byte[] nonce, String of)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(CIPHER);
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(of.getBytes(StandardCharsets.UTF_8));
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
