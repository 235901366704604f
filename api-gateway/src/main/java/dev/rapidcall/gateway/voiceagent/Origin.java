package dev.rapidcall.gateway.voiceagent;

import dev.rapidcall.events.CallId;
import dev.rapidcall.events.Event;
import dev.rapidcall.events.EventId;
import dev.rapidcall.messaging.Envelope;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The request that an event comes from. A request that is repeated with its idempotency key makes
 * the same event again.
 *
 * @param source {@code ce_source}
 */
record Origin(
    String source, String requestId, @Nullable String idempotencyKey, Instant receivedAt) {

  /**
   * Wraps an event.
   *
   * @param act tells apart the events that one request makes
   */
  <E extends Event> Envelope<E> envelope(String act, E event) {
    return new Envelope<>(
        id(act, event.callId()), source, receivedAt, receivedAt, requestId, null, event);
  }

  private EventId id(String act, CallId call) {
    String unique =
        idempotencyKey == null || idempotencyKey.isBlank()
            ? UUID.randomUUID().toString()
            : digest(call.value() + "\n" + idempotencyKey);
    return new EventId(source + ":" + act + ":" + unique);
  }

  private static String digest(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
