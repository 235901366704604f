package dev.rapidcall.telephony.numbers;

import dev.rapidcall.service.errors.ApiException.NotFound;
import dev.rapidcall.service.identity.Caller;
import jakarta.validation.Valid;
import java.util.List;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Numbers of the caller's workspace, which has none: every id is unknown. */
@RestController
@RequestMapping("/api/phone-numbers")
class PhoneNumbersController {
  private final NumberPurchase purchase;

  PhoneNumbersController(NumberPurchase purchase) {
    this.purchase = purchase;
  }

  record PhoneNumbersAnswer(List<String> phoneNumbers) {}

  /** The workspace's phone numbers. */
  @GetMapping
  PhoneNumbersAnswer list(Caller caller) {
    caller.workspace();
    return new PhoneNumbersAnswer(List.of());
  }

  /** Adds a phone number that the workspace has elsewhere. */
  @PostMapping
  void add(Caller caller, @Valid @RequestBody AddedNumber number) {
    caller.workspace();
    throw purchase.refusal();
  }

  /** One phone number. */
  @GetMapping("/{id}")
  void get(Caller caller, @PathVariable String id) {
    throw unknown(caller);
  }

  /** Changes which agents a number uses and which countries it serves. */
  @PutMapping("/{id}")
  void change(Caller caller, @PathVariable String id, @Valid @RequestBody NumberChanges changes) {
    throw unknown(caller);
  }

  /** Takes a phone number out of the workspace. */
  @DeleteMapping("/{id}")
  void remove(Caller caller, @PathVariable String id) {
    throw unknown(caller);
  }

  /** Makes the trunks of a number anew. */
  @PostMapping({"/{id}/ensure-inbound", "/{id}/reprovision-outbound"})
  void provision(Caller caller, @PathVariable String id) {
    throw unknown(caller);
  }

  private static NotFound unknown(Caller caller) {
    caller.workspace();
    return new NotFound("Phone number not found");
  }
}
