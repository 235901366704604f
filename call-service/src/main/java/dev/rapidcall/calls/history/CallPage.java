package dev.rapidcall.calls.history;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Calls, the newest first.
 *
 * @param nextCursor where the next page begins, null on the last one
 */
record CallPage(List<CallSummary> calls, @Nullable CallCursor nextCursor) {}
