package dev.rapidcall.calls.webhooks.delivery;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.rapidcall.service.identity.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The test button of an agent's webhook. */
@RestController
class TestController {
  private final SendTest sendTest;

  TestController(SendTest sendTest) {
    this.sendTest = sendTest;
  }

  /**
   * What came of it.
   *
   * @param status what the receiver answered; null if it did not
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Tested(
      boolean delivered,
      @Nullable Integer status,
      long ms,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String error) {}

  /** Sends a test event to an agent's webhook and tells what came back. */
  @PostMapping("/api/agents/{id}/webhook/test")
  Tested test(Caller caller, @PathVariable String id) {
    SendResult result = sendTest.send(caller.workspace(), id);
    return new Tested(
        result.isDelivered(), result.status(), result.took().toMillis(), result.error());
  }
}
