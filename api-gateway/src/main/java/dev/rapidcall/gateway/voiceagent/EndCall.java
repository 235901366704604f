package dev.rapidcall.gateway.voiceagent;

import dev.rapidcall.events.CallId;
import dev.rapidcall.events.CallLifecycleEvent;
import dev.rapidcall.events.CallLifecycleEvent.AgentAnalysis;
import dev.rapidcall.events.CallLifecycleEvent.CallEndRequested;
import dev.rapidcall.events.CallLifecycleEvent.EndRequester;
import dev.rapidcall.events.CallLifecycleEvent.TranscriptReported;
import dev.rapidcall.gateway.owners.CallAnswer;
import dev.rapidcall.gateway.owners.CallReader;
import dev.rapidcall.gateway.publish.DurablePublisher;
import dev.rapidcall.messaging.Envelope;
import dev.rapidcall.service.identity.Caller;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Somebody wants a call to end: his last transcript first, then the wish, then the call as it is.
 */
@Component
final class EndCall {
  private static final Logger log = LoggerFactory.getLogger(EndCall.class);

  private final DurablePublisher publisher;
  private final CallReader calls;

  EndCall(DurablePublisher publisher, CallReader calls) {
    this.publisher = publisher;
    this.calls = calls;
  }

  CallAnswer end(
      CallId call,
      EndRequester requester,
      Map<String, @Nullable Object> body,
      Caller caller,
      Origin origin) {
    List<Envelope<? extends CallLifecycleEvent>> events = new ArrayList<>();
    List<Map<String, @Nullable Object>> items =
        TranscriptSanitizer.sanitize(body.get("transcript"));
    if (!items.isEmpty()) {
      events.add(origin.envelope("end-transcript", new TranscriptReported(call, requester, items)));
    }
    String outcome = Outcomes.of(body.get("outcome"), requester);
    AgentAnalysis analysis =
        requester == EndRequester.AGENT ? AnalysisSanitizer.sanitize(body) : null;
    Envelope<CallEndRequested> end =
        origin.envelope("end", new CallEndRequested(call, requester, outcome, analysis));
    events.add(end);
    publisher.publish(events);
    log.info(
        "{} call {} is to end",
        requester == EndRequester.AGENT ? "[internal.calls.end]" : "[calls.end]",
        call);
    return calls.read(call, caller, origin.requestId(), end.id());
  }
}
