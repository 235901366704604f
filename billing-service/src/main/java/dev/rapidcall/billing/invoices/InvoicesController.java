package dev.rapidcall.billing.invoices;

import dev.rapidcall.service.errors.ApiException.PaymentRequired;
import dev.rapidcall.service.identity.Caller;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/billing")
class InvoicesController {

  /** Whole, so that the page can show it, and says why it is empty. */
  record Invoices(
      boolean ok,
      boolean skipped,
      String reason,
      @Nullable String upcoming,
      List<String> history) {}

  /** The workspace's invoices. */
  @GetMapping("/invoices")
  Invoices all(Caller caller) {
    caller.workspace();
    return new Invoices(true, true, "Invoices are not set up on this server", null, List.of());
  }

  /** The invoice that is being made; none without a paid plan. */
  @GetMapping("/upcoming-invoice")
  void upcoming(Caller caller) {
    caller.workspace();
    throw new PaymentRequired("A workspace on trial has no invoice");
  }
}
