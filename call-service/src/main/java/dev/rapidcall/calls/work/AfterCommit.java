package dev.rapidcall.calls.work;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What may only be done for what really happened: a transaction that is rolled back did not. */
public final class AfterCommit {

  private AfterCommit() {}

  /**
   * Does it once this transaction is committed.
   *
   * @throws IllegalStateException outside of a transaction
   */
  public static void run(Runnable act) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            act.run();
          }
        });
  }
}
