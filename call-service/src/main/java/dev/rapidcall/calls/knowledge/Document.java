package dev.rapidcall.calls.knowledge;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A document as the API shows it; times in milliseconds.
 *
 * @param contentText the whole text, or its beginning in lists
 * @param contentLength of the whole text, in characters
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record Document(
    String id,
    String workspaceId,
    String folderId,
    String kind,
    String title,
    String contentText,
    int contentLength,
    @Nullable String sourceFilename,
    @Nullable String mime,
    @Nullable Long sizeBytes,
    long createdAt,
    long updatedAt) {}
