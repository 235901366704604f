package dev.rapidcall.calls.history;

import dev.rapidcall.calls.timeline.Timeline;
import dev.rapidcall.events.CallId;
import dev.rapidcall.events.EventId;
import dev.rapidcall.events.Id;
import dev.rapidcall.events.WorkspaceId;
import dev.rapidcall.messaging.inbox.Inbox;
import dev.rapidcall.service.errors.ApiException.Invalid;
import dev.rapidcall.service.errors.ApiException.NotFound;
import dev.rapidcall.service.identity.Caller;
import dev.rapidcall.service.identity.Scope;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Calls over HTTP: the list, one call, its timeline. */
@RestController
@RequestMapping("/api/calls")
class CallsController {
  private static final Duration READ_YOUR_WRITES = Duration.ofSeconds(2);

  private final CallHistory history;
  private final Timeline timeline;
  private final Inbox inbox;

  CallsController(CallHistory history, Timeline timeline, Inbox inbox) {
    this.history = history;
    this.timeline = timeline;
    this.inbox = inbox;
  }

  record ExportAnswer(CallExport call) {}

  record CallAnswer(CallDetails call) {}

  /** The calls that were asked for. */
  sealed interface CallsAnswer {}

  /** All of them. */
  record AllCalls(List<CallSummary> calls) implements CallsAnswer {}

  /**
   * A page of them.
   *
   * @param nextCursor where the next page begins, null on the last one
   */
  record SomeCalls(List<CallSummary> calls, @Nullable String nextCursor) implements CallsAnswer {}

  /**
   * The workspace's calls, the newest first: all of them unless the query says less; only a paged
   * list tells where it goes on.
   */
  @GetMapping
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(oneOf = {AllCalls.class, SomeCalls.class})))
  CallsAnswer list(Caller caller, CallListParameters query) {
    WorkspaceId workspace = caller.workspace();
    CallFilter filter = CallFilter.read(query);
    CallPage page = history.list(workspace, filter);
    if (filter.limit() == null) {
      return new AllCalls(page.calls());
    }
    CallCursor next = page.nextCursor();
    return new SomeCalls(page.calls(), next == null ? null : next.encode());
  }

  /** One call with transcript, metrics, recording and analysis. */
  @GetMapping("/{id}")
  ResponseEntity<CallAnswer> get(
      Caller caller, @PathVariable String id, @RequestParam @Nullable String afterEvent) {
    boolean applied = afterEvent == null || inbox.await(event(afterEvent), READ_YOUR_WRITES);
    CallDetails call = find(caller, id);
    ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
    if (afterEvent != null && !applied) {
      answer.header("X-Pending-Event", afterEvent);
    }
    return answer.body(new CallAnswer(call.shown()));
  }

  /** A call as a file of its own, without links. */
  @GetMapping("/{id}/export")
  ExportAnswer export(Caller caller, @PathVariable String id) {
    return new ExportAnswer(CallExport.of(find(caller, id)));
  }

  /** What was heard of a call, in the order in which it counts. */
  @GetMapping("/{id}/timeline")
  TimelineView timeline(Caller caller, @PathVariable String id) {
    CallId call = new CallId(find(caller, id).id());
    return TimelineView.of(call, timeline.entries(call));
  }

  private static EventId event(String sent) {
    boolean unprintable = sent.chars().anyMatch(Character::isISOControl);
    if (sent.isBlank() || sent.length() > Id.MAX_LENGTH || unprintable) {
      throw Invalid.field("afterEvent", "must be an event's id of 1 to 256 characters");
    }
    return new EventId(sent);
  }

  private CallDetails find(Caller caller, String id) {
    WorkspaceId workspace = caller.has(Scope.AGENT) ? null : caller.workspace();
    return history.find(id, workspace).orElseThrow(() -> new NotFound("Call not found"));
  }
}
