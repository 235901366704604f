package dev.rapidcall.calls.evaluations;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A verdict on a call as the API shows it; times in milliseconds.
 *
 * @param source {@code manual} or {@code auto}
 * @param details what the automatic evaluation found, empty for a person's
 */
public record Evaluation(
    String id,
    String callId,
    String workspaceId,
    int score,
    String source,
    String notes,
    Map<String, @Nullable Object> details,
    long createdAt,
    long updatedAt) {}
