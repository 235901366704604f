package dev.rapidcall.calls.contacts;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Somebody that a workspace talks to; times in milliseconds.
 *
 * @param phoneE164 as it was first given, with or without the plus sign
 */
record Contact(
    String id,
    String workspaceId,
    String phoneE164,
    String name,
    String email,
    String company,
    List<String> tags,
    String notes,
    String source,
    int totalCalls,
    @Nullable Long lastCallAt,
    String lastCallOutcome,
    JsonNode metadata,
    long createdAt,
    long updatedAt) {}
