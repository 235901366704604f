package dev.rapidcall.calls.webhooks.delivery;

import java.util.Map;

/** A POST of JSON to a customer. */
public record WebhookRequest(String url, Map<String, String> headers, String body) {

  /** An address may hold a token. */
  @Override
  public String toString() {
    return "webhook request";
  }
}
