package dev.rapidcall.messaging.ingest;

import dev.rapidcall.messaging.Envelope;
import dev.rapidcall.messaging.EventCodec;
import dev.rapidcall.messaging.IngestPublisher;
import dev.rapidcall.messaging.NotDurableException;
import dev.rapidcall.messaging.kafka.BrokerSender;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sends and waits for the acknowledgement of all. */
final class BrokerIngestPublisher implements IngestPublisher {
  private final BrokerSender broker;
  private final EventCodec codec;
  private final Duration atMost;

  BrokerIngestPublisher(BrokerSender broker, EventCodec codec, Duration atMost) {
    this.broker = broker;
    this.codec = codec;
    this.atMost = atMost;
  }

  @Override
  public void publish(List<? extends Envelope<?>> envelopes) {
    CompletableFuture<?>[] sent =
        envelopes.stream().map(codec::encode).map(broker::send).toArray(CompletableFuture[]::new);
    try {
      CompletableFuture.allOf(sent).get(atMost.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new NotDurableException("the broker did not take the event", e.getCause());
    } catch (TimeoutException e) {
      throw new NotDurableException("the broker did not answer in time", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NotDurableException("interrupted while the broker was asked", e);
    }
  }
}
