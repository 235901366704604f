package dev.rapidcall.calls.archive;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was measured and found out about a call where it took place.
 *
 * @param metrics empty if the file had none
 * @param analysisStatus null if it was not analysed
 */
public record ArchivedCall(
    Map<String, @Nullable Object> metrics,
    @Nullable String analysisStatus,
    List<Map<String, @Nullable Object>> extractionResults) {}
