package dev.rapidcall.calls.webhooks.delivery;

/** The customers' servers. */
public interface Receivers {

  /**
   * Sends once and says what came of it. Takes as long as the configured time-out at most.
   *
   * @throws IllegalStateException if this instance is stopping
   */
  SendResult send(WebhookRequest request);
}
