package dev.rapidcall.gateway.voiceagent;

import dev.rapidcall.events.CallId;
import dev.rapidcall.events.CallLifecycleEvent.EndRequester;
import dev.rapidcall.events.CallLifecycleEvent.TranscriptReported;
import dev.rapidcall.gateway.publish.DurablePublisher;
import dev.rapidcall.service.errors.ApiException.Invalid;
import dev.rapidcall.service.identity.Caller;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class TranscriptController {
  private final DurablePublisher publisher;
  private final Origins origins;

  TranscriptController(DurablePublisher publisher, Origins origins) {
    this.publisher = publisher;
    this.origins = origins;
  }

  /** A transcript without a single usable item says nothing, so it replaces nothing. */
  @PostMapping("/api/internal/calls/{id}/transcript")
  Map<String, Boolean> report(
      @PathVariable String id,
      @RequestBody Map<String, @Nullable Object> body,
      Caller caller,
      HttpServletRequest request) {
    CallId call = CallIds.of(id);
    if (!(body.get("transcript") instanceof List<?> sent)) {
      throw Invalid.field("transcript", "Must be a list");
    }
    List<Map<String, @Nullable Object>> items = TranscriptSanitizer.sanitize(sent);
    if (!items.isEmpty()) {
      Origin origin = origins.of(request, caller);
      TranscriptReported event = new TranscriptReported(call, EndRequester.AGENT, items);
      publisher.publish(List.of(origin.envelope("transcript", event)));
    }
    return Map.of("ok", true);
  }
}
