package dev.rapidcall.local.sandbox.livekit.calls;

import java.net.URI;

/**
 * How the voice agent reaches the API.
 *
 * @param api its base address
 * @param secret never printed
 */
public record AgentAccess(URI api, String secret) {

  @Override
  public String toString() {
    return "AgentAccess[api=" + api + ", secret=[redacted]]";
  }
}
