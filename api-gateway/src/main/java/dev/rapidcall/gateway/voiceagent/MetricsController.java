package dev.rapidcall.gateway.voiceagent;

import dev.rapidcall.events.CallId;
import dev.rapidcall.events.CallMetricsEvent;
import dev.rapidcall.gateway.owners.CallReader;
import dev.rapidcall.gateway.publish.DurablePublisher;
import dev.rapidcall.messaging.Envelope;
import dev.rapidcall.service.identity.Caller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** An unknown call is no error here: the report is kept until the call is known. */
@RestController
class MetricsController {
  private final DurablePublisher publisher;
  private final CallReader calls;
  private final Origins origins;

  MetricsController(DurablePublisher publisher, CallReader calls, Origins origins) {
    this.publisher = publisher;
    this.calls = calls;
    this.origins = origins;
  }

  /** Takes the voice agent's measurements of a call; later ones complete earlier ones. */
  @PostMapping("/api/calls/{id}/metrics")
  @AnswersTheCall
  ResponseEntity<String> report(
      @PathVariable String id,
      @Valid @RequestBody MetricsBody body,
      Caller caller,
      HttpServletRequest request) {
    CallId call = CallIds.of(id);
    Origin origin = origins.of(request, caller);
    Envelope<? extends CallMetricsEvent> event = origin.envelope("metrics", body.reported(call));
    publisher.publish(List.of(event));
    return CallAnswers.of(calls.read(call, caller, origin.requestId(), event.id()));
  }
}
