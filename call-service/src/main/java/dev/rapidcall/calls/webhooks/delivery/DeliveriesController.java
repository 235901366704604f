package dev.rapidcall.calls.webhooks.delivery;

import dev.rapidcall.calls.input.ReadBy;
import dev.rapidcall.calls.webhooks.delivery.Redeliver.Queued;
import dev.rapidcall.service.errors.ApiException.BadRequest;
import dev.rapidcall.service.errors.ApiException.NotFound;
import dev.rapidcall.service.idempotency.OncePerKey;
import dev.rapidcall.service.identity.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The delivery log over HTTP, and sending again. */
@RestController
@RequestMapping("/api/webhooks")
class DeliveriesController {
  private final DeliveryLog log;
  private final Redeliver redeliver;

  DeliveriesController(DeliveryLog log, Redeliver redeliver) {
    this.log = log;
    this.redeliver = redeliver;
  }

  record DeliveryAnswer(DeliveryView delivery) {}

  /**
   * How many are sent again.
   *
   * @param skipped those whose agent has no webhook any more
   */
  record QueuedAnswer(Integer queued, Integer skipped) {}

  /** The deliveries of webhooks, the newest first. */
  @GetMapping("/deliveries")
  DeliveryLog.Page list(
      Caller caller,
      @RequestParam @Nullable String agentId,
      @RequestParam @Nullable String callId,
      @RequestParam @Nullable String status,
      @RequestParam @Nullable Integer limit,
      @RequestParam @Nullable Long cursor) {
    return log.page(caller.workspace(), DeliveryFilter.of(agentId, callId, status, limit, cursor));
  }

  /** One delivery with its attempts. */
  @GetMapping("/deliveries/{id}")
  DeliveryAnswer get(Caller caller, @PathVariable String id) {
    return new DeliveryAnswer(log.find(caller.workspace(), id).orElseThrow(this::unknown));
  }

  /** Delivers one event again. */
  @OncePerKey
  @PostMapping("/deliveries/{id}/redeliver")
  DeliveryAnswer again(Caller caller, @PathVariable String id) {
    Queued queued = redeliver.one(caller.workspace(), id);
    if (queued.skipped() > 0) {
      throw new BadRequest("The agent has no webhook. Give it a webhookUrl first.");
    }
    if (queued.queued() == 0) {
      throw unknown();
    }
    return get(caller, id);
  }

  /** Delivers all events of a time again. */
  @OncePerKey
  @PostMapping("/redeliver")
  QueuedAnswer range(
      Caller caller,
      @ReadBy(RedeliverRequest.Rules.class) @RequestBody(required = false)
          @Nullable JsonNode body) {
    Queued queued = redeliver.range(caller.workspace(), RedeliverRequest.read(body));
    return new QueuedAnswer(queued.queued(), queued.skipped());
  }

  private NotFound unknown() {
    return new NotFound("Delivery not found");
  }
}
