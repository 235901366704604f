package dev.rapidcall.calls.agents;

/** A variant of an agent's prompt as the API shows it; times in milliseconds. */
public record Variant(
    String id,
    String agentId,
    String workspaceId,
    String name,
    String prompt,
    int trafficPercent,
    boolean enabled,
    long createdAt,
    long updatedAt) {}
