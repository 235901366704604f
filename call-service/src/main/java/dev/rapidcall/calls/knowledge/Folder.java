package dev.rapidcall.calls.knowledge;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** A folder as the API shows it; times in milliseconds. */
@JsonInclude(JsonInclude.Include.ALWAYS)
record Folder(
    String id,
    String workspaceId,
    String name,
    @Nullable String parentId,
    long createdAt,
    long updatedAt) {}
