package dev.rapidcall.calls.webhooks.events;

import dev.rapidcall.events.CallId;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Makes an event of a call, once, from the call as it stands now. */
@Component
public class MakeEvent {
  private static final Logger log = LoggerFactory.getLogger(MakeEvent.class);

  private final CustomerEvents events;
  private final CallSnapshots calls;
  private final AnalysisReader analysis;
  private final EventSettings settings;
  private final JsonMapper json;

  MakeEvent(
      CustomerEvents events,
      CallSnapshots calls,
      AnalysisReader analysis,
      EventSettings settings,
      JsonMapper json) {
    this.events = events;
    this.calls = calls;
    this.analysis = analysis;
    this.settings = settings;
    this.json = json;
  }

  /** The new event; empty if the customer has been told before. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<CustomerEvent> make(CallId call, CustomerEventType type, Instant occurredAt) {
    if (events.contain(call, type)) {
      return Optional.empty();
    }
    Optional<CallSnapshot> known = calls.of(call);
    if (known.isEmpty()) {
      log.warn("[webhooks] no {} for call {}: it is not known", type.wireName(), call);
    }
    return known.flatMap(snapshot -> events.add(event(type, snapshot, occurredAt)));
  }

  private NewCustomerEvent event(CustomerEventType type, CallSnapshot call, Instant occurredAt) {
    CallFindings findings =
        type == CustomerEventType.CALL_ANALYZED ? analysis.of(call.id()).orElse(null) : null;
    return new NewCustomerEvent(
        call.workspaceId(),
        call.id(),
        call.agentId(),
        type,
        occurredAt,
        json.writeValueAsString(CallBody.of(type, call, findings, settings.publicBaseUrl())));
  }
}
