package dev.rapidcall.telephony.provisioning;

import dev.rapidcall.service.errors.ApiException.BadRequest;
import dev.rapidcall.service.errors.ApiException.NotFound;
import dev.rapidcall.service.identity.Caller;
import dev.rapidcall.telephony.numbers.NumberPurchase;
import dev.rapidcall.telephony.tenancy.OwnWorkspace;
import jakarta.validation.Valid;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the caller's workspace has at the carrier, and how it comes by more. */
@RestController
@RequestMapping("/api/workspaces/{id}")
class CarrierController {
  private final NumberPurchase purchase;

  CarrierController(NumberPurchase purchase) {
    this.purchase = purchase;
  }

  record Account(CarrierAccount workspace, boolean twilioConfigured) {}

  record Reset(boolean ok, String message) {}

  /** The workspace's carrier account. */
  @GetMapping("/twilio")
  Account account(Caller caller, @PathVariable String id) {
    OwnWorkspace.demand(caller, id);
    return new Account(CarrierAccount.none(id), false);
  }

  /** Opens a carrier account. */
  @PostMapping("/twilio/subaccount")
  void openAccount(Caller caller, @PathVariable String id) {
    OwnWorkspace.demand(caller, id);
    throw new BadRequest("Telephony is not set up on this server");
  }

  /** Numbers that can be bought. */
  @GetMapping("/twilio/available-numbers")
  void search(Caller caller, @PathVariable String id) {
    OwnWorkspace.demand(caller, id);
    throw new BadRequest("This workspace has no Twilio account yet");
  }

  /** Buys a number. */
  @PostMapping("/twilio/buy-number")
  void buy(Caller caller, @PathVariable String id, @Valid @RequestBody BoughtNumber number) {
    OwnWorkspace.demand(caller, id);
    throw purchase.refusal();
  }

  /** Forgets the workspace's carrier account. */
  @PostMapping("/reset-twilio")
  Reset reset(Caller caller, @PathVariable String id) {
    if (!OwnWorkspace.is(caller, id)) {
      throw new NotFound("Workspace not found");
    }
    return new Reset(true, "There was nothing to reset");
  }
}
