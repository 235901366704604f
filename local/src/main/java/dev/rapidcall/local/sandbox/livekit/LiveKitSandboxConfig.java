package dev.rapidcall.local.sandbox.livekit;

import dev.rapidcall.local.sandbox.livekit.time.Timings;
import java.net.URI;
import java.time.Clock;

/**
 * What a sandbox needs to know.
 *
 * @param port where it listens on loopback; 0: anywhere
 * @param apiKey of the one key pair it accepts and signs with
 * @param apiSecret never printed
 * @param webhookUrl where webhooks go
 * @param agentApi base address of the API the played voice agent reports to
 * @param agentSecret sent by the played voice agent; never printed
 */
public record LiveKitSandboxConfig(
    int port,
    String apiKey,
    String apiSecret,
    URI webhookUrl,
    URI agentApi,
    String agentSecret,
    Clock clock,
    Timings timings) {

  @Override
  public String toString() {
    return "LiveKitSandboxConfig[port=%d, apiKey=%s, webhookUrl=%s, agentApi=%s]"
        .formatted(port, apiKey, webhookUrl, agentApi);
  }
}
