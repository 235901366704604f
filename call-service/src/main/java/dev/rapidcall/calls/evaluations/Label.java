package dev.rapidcall.calls.evaluations;

/** A label on a call as the API shows it; time in milliseconds. */
record Label(String id, String callId, String workspaceId, String label, long createdAt) {}
