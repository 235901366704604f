package dev.rapidcall.telephony.numbers;

import dev.rapidcall.service.errors.ApiException;
import dev.rapidcall.service.errors.ApiException.BadRequest;
import dev.rapidcall.service.errors.ApiException.PaymentRequired;
import org.springframework.stereotype.Component;

/** Whether a workspace may come by a number. Every workspace is on trial until paying comes. */
@Component
public class NumberPurchase {
  private final TrialSettings trial;

  NumberPurchase(TrialSettings trial) {
    this.trial = trial;
  }

  /** Why it may not. */
  public ApiException refusal() {
    return trial.allowNumberPurchase()
        ? new BadRequest("Telephony is not set up on this server")
        : new PaymentRequired("The trial does not include phone numbers");
  }
}
