package dev.rapidcall.local.sandbox.livekit.time;

import java.time.Duration;
import java.util.List;

/**
 * How long webhooks are tried.
 *
 * @param retries the pauses before each further attempt
 * @param maxAge a webhook that waited longer is dropped
 */
public record WebhookTimings(List<Duration> retries, Duration maxAge) {

  public WebhookTimings {
    retries = List.copyOf(retries);
  }
}
