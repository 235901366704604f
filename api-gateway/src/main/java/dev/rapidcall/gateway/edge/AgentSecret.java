package dev.rapidcall.gateway.edge;

/** How the voice agent proves itself. */
final class AgentSecret {
  static final String HEADER = "x-agent-secret";

  private AgentSecret() {}
}
