package dev.rapidcall.billing.stripe;

import dev.rapidcall.service.errors.ApiException.BadRequest;
import dev.rapidcall.service.errors.ApiException.PaymentRequired;
import dev.rapidcall.service.errors.ApiException.Unavailable;
import dev.rapidcall.service.identity.Caller;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** From trial to paying: not possible yet. The posts come without a body. */
@RestController
@RequestMapping("/api/billing")
class UpgradeController {
  private static final Set<String> PLANS = Set.of("starter", "pro", "scale");
  private static final String NOT_SET_UP = "Payment by card is not set up on this server";
  private static final int NOT_SOON = 0;

  /** Begins or checks the way to a paid plan; needs Stripe. */
  @PostMapping({"/upgrade", "/verify-upgrade"})
  void upgrade(Caller caller) {
    caller.workspace();
    throw new BadRequest(NOT_SET_UP);
  }

  /** Makes sure that a paid workspace has its subscription; needs Stripe. */
  @PostMapping("/ensure-subscription")
  void ensureSubscription(Caller caller) {
    caller.workspace();
    throw new PaymentRequired("A workspace on trial has no subscription");
  }

  /** The address at which a plan is paid; needs Stripe. */
  @GetMapping("/checkout-url")
  void checkoutUrl(Caller caller, @RequestParam @Nullable String plan) {
    caller.workspace();
    if (plan == null || !PLANS.contains(plan)) {
      throw new BadRequest("plan must be one of starter, pro, scale");
    }
    throw new Unavailable(NOT_SET_UP, NOT_SOON);
  }
}
