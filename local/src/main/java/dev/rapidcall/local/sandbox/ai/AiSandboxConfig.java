package dev.rapidcall.local.sandbox.ai;

import java.time.Clock;

/**
 * What a sandbox needs to know.
 *
 * @param port where it listens on loopback; 0: anywhere
 * @param openAiKey the one key it accepts; none of them is ever printed
 */
public record AiSandboxConfig(
    int port, String openAiKey, String elevenLabsKey, String cartesiaKey, Clock clock) {

  @Override
  public String toString() {
    return "AiSandboxConfig[port=" + port + "]";
  }
}
