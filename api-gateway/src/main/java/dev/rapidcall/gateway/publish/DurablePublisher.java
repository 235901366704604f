package dev.rapidcall.gateway.publish;

import dev.rapidcall.messaging.Envelope;
import dev.rapidcall.messaging.IngestPublisher;
import dev.rapidcall.messaging.NotDurableException;
import dev.rapidcall.service.errors.ApiException.Unavailable;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Publishes what the outside told us, or lets the request end with a 503. */
@Component
public class DurablePublisher {
  private static final Logger log = LoggerFactory.getLogger(DurablePublisher.class);
  private static final int RETRY_AFTER_SECONDS = 2;

  private final IngestPublisher broker;

  DurablePublisher(IngestPublisher broker) {
    this.broker = broker;
  }

  /**
   * Publishes events in this order. When it returns, the broker has them.
   *
   * @throws Unavailable if it does not; the events keep their ids when the sender comes again
   */
  public void publish(List<? extends Envelope<?>> envelopes) {
    try {
      broker.publish(envelopes);
    } catch (NotDurableException e) {
      log.warn("events not durable: {}", e.toString());
      throw new Unavailable("Temporarily unable to take this, try again", RETRY_AFTER_SECONDS);
    }
  }
}
