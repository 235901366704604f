package dev.rapidcall.local.sandbox.livekit.faults;

/**
 * All that goes wrong on purpose.
 *
 * @param seed of the dice, so that a run can be repeated
 */
public record Faults(long seed, WebhookFaults webhooks, ApiFaults api, EgressFaults egress) {

  public static final Faults NONE =
      new Faults(0, WebhookFaults.NONE, ApiFaults.NONE, EgressFaults.NONE);
}
