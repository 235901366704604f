package dev.rapidcall.calls.webhooks.delivery;

import dev.rapidcall.calls.webhooks.events.CustomerEvents;
import java.time.Clock;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Sends an event once and keeps what came of it. Cut off in between, it is sent again after the
 * lease, with the same id.
 */
@Component
class DeliverEvent {
  private static final Logger log = LoggerFactory.getLogger(DeliverEvent.class);

  private final CustomerEvents events;
  private final SignRequest signRequest;
  private final Receivers receivers;
  private final NoteAttempt noteAttempt;
  private final Clock clock;
  private final RandomGenerator chance = RandomGenerator.getDefault();

  DeliverEvent(
      CustomerEvents events,
      SignRequest signRequest,
      Receivers receivers,
      NoteAttempt noteAttempt,
      Clock clock) {
    this.events = events;
    this.signRequest = signRequest;
    this.receivers = receivers;
    this.noteAttempt = noteAttempt;
    this.clock = clock;
  }

  void deliver(DueDelivery due) {
    Instant sentAt = clock.instant();
    SendResult result =
        receivers.send(
            signRequest.sign(
                due.workspaceId(), due.url(), due.eventId(), sentAt, events.body(due.eventId())));
    Verdict verdict = Verdict.on(result, due.tries(), clock.instant(), chance.nextDouble());
    noteAttempt.note(due, sentAt, result, verdict);
    log.info(
        "[webhooks] delivery {} attempt {}: {} {}",
        due.id(),
        due.attempt(),
        result.status() == null ? result.error() : result.status(),
        verdict.status().wireName());
  }
}
