package dev.rapidcall.calls.webhooks.stream;

import dev.rapidcall.calls.webhooks.events.CustomerEvents;
import dev.rapidcall.events.WorkspaceId;
import dev.rapidcall.service.errors.ApiException.Invalid;
import dev.rapidcall.service.identity.Caller;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The workspace's events over HTTP: a page of them, or all that come. */
@RestController
class EventsController {
  private static final int USUAL = 50;
  private static final int MOST = 200;

  private final CustomerEvents events;
  private final Listeners listeners;

  EventsController(CustomerEvents events, Listeners listeners) {
    this.events = events;
    this.listeners = listeners;
  }

  /**
   * A page as JSON, or server-sent events for who accepts them.
   *
   * <p>One method for both: two would leave open which of them serves a client that takes anything.
   */
  @GetMapping("/api/events")
  @ApiResponse(
      responseCode = "200",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON_VALUE,
            schema = @Schema(implementation = EventPage.class)),
        @Content(mediaType = MediaType.TEXT_EVENT_STREAM_VALUE, schema = @Schema(type = "string"))
      })
  Object events(
      Caller caller,
      @RequestParam @Nullable String after,
      @RequestParam @Nullable Integer limit,
      @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
      @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept,
      HttpServletRequest request,
      HttpServletResponse response) {
    WorkspaceId workspace = caller.workspace();
    if (accept != null && accept.contains(MediaType.TEXT_EVENT_STREAM_VALUE)) {
      if (HttpMethod.HEAD.matches(request.getMethod())) {
        return ResponseEntity.ok().contentType(MediaType.TEXT_EVENT_STREAM).build();
      }
      Cursor cursor =
          lastEventId == null
              ? Cursor.read("after", after)
              : Cursor.read("Last-Event-ID", lastEventId);
      response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
      response.setHeader("X-Accel-Buffering", "no");
      return listeners.open(workspace, cursor);
    }
    return page(workspace, Cursor.read("after", after), limit);
  }

  private EventPage page(WorkspaceId workspace, Cursor after, @Nullable Integer limit) {
    if (limit != null && (limit < 1 || limit > MOST)) {
      throw Invalid.field("limit", "must be from 1 to " + MOST);
    }
    return EventPage.of(after, events.after(workspace, after.seq(), limit == null ? USUAL : limit));
  }
}
