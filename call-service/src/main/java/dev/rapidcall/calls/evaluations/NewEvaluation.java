package dev.rapidcall.calls.evaluations;

import dev.rapidcall.events.CallId;
import dev.rapidcall.events.WorkspaceId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A verdict that is to be kept.
 *
 * @param score from 0 to 100
 * @param originKey what made it, if that may make only one
 */
public record NewEvaluation(
    CallId call,
    WorkspaceId workspace,
    int score,
    String source,
    String notes,
    Map<String, @Nullable Object> details,
    @Nullable String originKey) {

  /** A person's. */
  public static NewEvaluation manual(CallId call, WorkspaceId workspace, int score, String notes) {
    return new NewEvaluation(call, workspace, score, "manual", notes, Map.of(), null);
  }

  /** A model's; kept once for each origin key, as often as wanted without one. */
  public static NewEvaluation automatic(
      CallId call,
      WorkspaceId workspace,
      int score,
      String notes,
      Map<String, @Nullable Object> details,
      @Nullable String originKey) {
    return new NewEvaluation(call, workspace, score, "auto", notes, details, originKey);
  }
}
