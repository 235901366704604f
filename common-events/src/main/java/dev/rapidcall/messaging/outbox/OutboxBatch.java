package dev.rapidcall.messaging.outbox;

import dev.rapidcall.messaging.kafka.BrokerSender;
import java.util.List;
import java.util.Set;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes the oldest rows, sends them and deletes what the broker acknowledged, in one transaction
 * that holds the lock of this schema's outbox.
 */
final class OutboxBatch {
  private static final int ROWS = 500;

  private final OutboxRows rows;
  private final BrokerSender broker;
  private final TransactionTemplate transaction;

  OutboxBatch(OutboxRows rows, BrokerSender broker, TransactionTemplate transaction) {
    this.rows = rows;
    this.broker = broker;
    this.transaction = transaction;
  }

  /**
   * Relays one batch.
   *
   * @param failedKeys keys to leave alone; those that fail now are added
   */
  BatchOutcome relay(Set<String> failedKeys) {
    return transaction.execute(status -> lockAndRelay(failedKeys));
  }

  private BatchOutcome lockAndRelay(Set<String> failedKeys) {
    if (!rows.tryLock()) {
      return BatchOutcome.lockedByAnother();
    }
    List<OutboxRow> batch = rows.oldest(failedKeys, ROWS);
    if (batch.isEmpty()) {
      return BatchOutcome.nothingLeft();
    }
    OutboxDelivery delivery = new OutboxDelivery(broker::send, batch, System::nanoTime);
    delivery.run();
    rows.delete(delivery.acknowledged());
    failedKeys.addAll(delivery.failedKeys());
    return BatchOutcome.relayed(delivery.acknowledged().size(), delivery.failure());
  }
}
