package dev.rapidcall.calls.webhooks.delivery;

import dev.rapidcall.calls.work.WorkLoop;
import jakarta.annotation.PreDestroy;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The clockwork of the deliveries. */
@Component
class DeliveryWork {
  /** Of all hosts: they wait for others most of the time. */
  private static final int AT_ONCE = 200;

  private final WorkLoop<DueDelivery> loop;

  DeliveryWork(DueDeliveries due, DeliverEvent deliverEvent) {
    this.loop = new WorkLoop<>("Delivering an event", AT_ONCE, due::claim, deliverEvent::deliver);
  }

  @Scheduled(fixedDelayString = "${rapidcall.work.every}")
  void work() {
    loop.runOnce();
  }

  @PreDestroy
  void stop() {
    loop.close();
  }
}
