package dev.rapidcall.gateway.webhooks.stripe;

import dev.rapidcall.service.errors.ApiException.Unavailable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Refuses in a way that makes Stripe keep the event and send it again. */
@RestController
class StripeWebhookController {
  private static final int NOT_SOON = 0;

  /** Takes what Stripe tells; not built yet. */
  @PostMapping("/api/stripe/webhook")
  void receive() {
    throw new Unavailable("Payment by card is not set up on this server", NOT_SOON);
  }
}
