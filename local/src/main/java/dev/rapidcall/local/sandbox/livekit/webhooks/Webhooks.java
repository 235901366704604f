package dev.rapidcall.local.sandbox.livekit.webhooks;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import dev.rapidcall.local.sandbox.livekit.faults.FaultBoard;
import dev.rapidcall.local.sandbox.livekit.time.World;
import dev.rapidcall.local.sandbox.livekit.wire.IdKind;
import java.time.Duration;
import livekit.LivekitWebhook.WebhookEvent;

/**
 * Takes what happened, gives it a number and a time, and sends it, or what the faults leave of it.
 */
public final class Webhooks {

  private static final JsonFormat.Printer JSON =
      JsonFormat.printer().omittingInsignificantWhitespace();

  private final World world;
  private final FaultBoard faults;
  private final WebhookQueues queues;

  /** Sends through these queues. */
  public Webhooks(World world, FaultBoard faults, WebhookQueues queues) {
    this.world = world;
    this.faults = faults;
    this.queues = queues;
  }

  /** Sends an event after all earlier ones of its subject (a room's or an egress's id). */
  public void emit(String subject, WebhookEvent.Builder event) {
    WebhookEvent numbered =
        event.setId(IdKind.EVENT.next()).setCreatedAt(world.now().getEpochSecond()).build();
    String body = print(numbered);
    int copy = 0;
    for (Duration heldBack : faults.copiesOf(numbered.getEvent())) {
      if (heldBack.isZero()) {
        queues.offer(subject, body);
      } else {
        String alone = numbered.getId() + "#" + copy++;
        world.after(heldBack, () -> queues.offer(alone, body));
      }
    }
  }

  private static String print(WebhookEvent event) {
    try {
      return JSON.print(event);
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException("a webhook that is no JSON: " + event.getEvent(), e);
    }
  }
}
