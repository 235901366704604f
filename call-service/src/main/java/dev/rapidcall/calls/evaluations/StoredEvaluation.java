package dev.rapidcall.calls.evaluations;

import java.util.Map;

/** An evaluation as the API shows it; times in milliseconds. */
record StoredEvaluation(
    String id,
    String callId,
    String workspaceId,
    int score,
    String source,
    String notes,
    Map<String, Object> details,
    long createdAt,
    long updatedAt) {}
