package dev.rapidcall.gateway.voiceagent;

import dev.rapidcall.events.CallId;
import dev.rapidcall.events.CallLifecycleEvent.EndRequester;
import dev.rapidcall.events.CallLifecycleEvent.TranscriptReported;
import dev.rapidcall.gateway.publish.DurablePublisher;
import dev.rapidcall.service.errors.ApiException.Invalid;
import dev.rapidcall.service.identity.Caller;
import dev.rapidcall.service.web.Ok;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class TranscriptController {
  private static final Logger log = LoggerFactory.getLogger(TranscriptController.class);

  private final DurablePublisher publisher;
  private final Origins origins;

  TranscriptController(DurablePublisher publisher, Origins origins) {
    this.publisher = publisher;
    this.origins = origins;
  }

  /**
   * Takes the whole transcript so far; one without a single usable item says nothing, so it
   * replaces nothing.
   */
  @PostMapping("/api/internal/calls/{id}/transcript")
  Ok report(
      @PathVariable String id,
      @RequestBody Map<String, @Nullable Object> body,
      Caller caller,
      HttpServletRequest request) {
    CallId call = CallIds.of(id);
    if (!(body.get("transcript") instanceof List<?> sent)) {
      throw Invalid.field("transcript", "Must be a list");
    }
    List<Map<String, @Nullable Object>> items = TranscriptSanitizer.sanitize(sent);
    if (items.size() < sent.size()) {
      log.warn(
          "[internal.transcript] call {}: {} of {} items kept", call, items.size(), sent.size());
    }
    if (!items.isEmpty()) {
      Origin origin = origins.of(request, caller);
      TranscriptReported event = new TranscriptReported(call, EndRequester.AGENT, items);
      publisher.publish(List.of(origin.envelope("transcript", event)));
      log.debug("[internal.transcript] call {}: {} items", call, items.size());
    }
    return Ok.DONE;
  }
}
