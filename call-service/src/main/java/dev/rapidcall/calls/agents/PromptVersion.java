package dev.rapidcall.calls.agents;

/**
 * A text that a call used or that was published.
 *
 * @param version counts from 1 for each agent; the same text keeps its number
 * @param createdAt when it was first used or published, in milliseconds
 */
record PromptVersion(int version, String prompt, long createdAt) {}
