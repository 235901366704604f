package dev.rapidcall.billing.summary.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.billing.BillingService;
import dev.rapidcall.billing.fixtures.Billing;
import dev.rapidcall.billing.fixtures.ToldCall;
import dev.rapidcall.events.CallChannel;
import dev.rapidcall.events.WorkspaceId;
import dev.rapidcall.service.identity.Caller;
import dev.rapidcall.service.identity.InternalTokens;
import dev.rapidcall.testing.RapidCallIT;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@RapidCallIT(
    classes = {BillingService.class, Billing.Configuration.class},
    properties = {
      "spring.config.name=billing-service",
      "LLM_SURCHARGE_JSON={\"gpt-5\":0.04}",
      "TRIAL_ALLOW_PSTN=true"
    })
class BillingRoutesIT {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Autowired private Billing billing;
  @Autowired private InternalTokens tokens;
  @Autowired private Clock clock;
  @LocalServerPort private int port;

  private final WorkspaceId workspace = ToldCall.newWorkspace();

  @Test
  void showsAWorkspaceItsUsage() {
    rateACall();

    JsonNode summary = get("/api/billing/usage-summary", workspace);

    assertThat(summary.get("ok").booleanValue()).isTrue();
    assertThat(summary.get("totalUsd").decimalValue()).isEqualByComparingTo("0.214");
    assertThat(summary.get("totalCents").longValue()).isEqualTo(21);
    assertThat(summary.get("periodStartMs").isIntegralNumber()).isTrue();
    assertThat(summary.get("periodEndMs").longValue())
        .isGreaterThan(summary.get("periodStartMs").longValue());
    assertThat(summary.get("lines"))
        .hasSize(4)
        .allSatisfy(
            line -> {
              assertThat(line.get("quantity").isNumber()).isTrue();
              assertThat(line.get("amountCents").isIntegralNumber()).isTrue();
              assertThat(line.get("priceId").isNull()).isTrue();
            });
  }

  @Test
  void showsAWorkspaceItsStatusInTheShapeThatTheDashboardReads() {
    rateACall();

    assertThat(get("/api/billing/status", workspace))
        .isEqualTo(
            JSON.readTree(
                """
                {"workspaceId": "%s", "mode": "trial", "isTrial": true, "isPaid": false,
                 "hasPaymentMethod": false, "telephonyEnabled": false,
                 "stripe": {"customerId": null, "subscriptionId": null},
                 "trial": {"creditUsd": 19.79, "approxMinutesRemaining": 197, "allowPstn": true,
                           "allowNumberPurchase": false},
                 "pricing": {"baseUsdPerMin": 0.1, "defaultLlmModel": "gpt-4.1-mini",
                             "includedTokensPerMin": 2000, "tokenOverageUsdPer1K": 0.002,
                             "llmSurchargeUsdPerMinByModel": {"gpt-5": 0.04},
                             "telephonyUsdPerMin": 0.015, "telephonyMarkupRate": 0.2,
                             "phoneNumberMonthlyFeeUsd": 2, "stripePrices": null}}
                """
                    .formatted(workspace)));
  }

  @Test
  void aWorkspaceThatNeverCalledHasItsCreditAtOnce() {
    JsonNode status = get("/api/billing/status", workspace);

    assertThat(status.get("trial").get("creditUsd").decimalValue()).isEqualByComparingTo("20");
    assertThat(get("/api/billing/status", workspace)).isEqualTo(status);
  }

  @Test
  void showsTheBillOfACall() {
    ToldCall call = rateACall();

    JsonNode bill = get("/api/billing/calls/" + call.id(), workspace);

    assertThat(bill.get("callId").stringValue()).isEqualTo(call.id().value());
    assertThat(bill.get("amountUsd").decimalValue()).isEqualByComparingTo("0.214");
    assertThat(bill.get("usageKnown").booleanValue()).isTrue();
    assertThat(bill.get("lines")).hasSize(3);
  }

  @Test
  void showsWhatTheCallsOfTheMonthCost() {
    ToldCall call = rateACall();

    JsonNode calls = get("/api/billing/recent-usage", workspace).get("calls");

    assertThat(calls).hasSize(1);
    JsonNode shown = calls.get(0);
    assertThat(shown.get("id").stringValue()).isEqualTo(call.id().value());
    assertThat(shown.get("startedAt").isIntegralNumber()).isTrue();
    assertThat(shown.get("durationSec").longValue()).isEqualTo(90);
    assertThat(shown.get("cost").decimalValue()).isEqualByComparingTo("0.214");
    assertThat(shown.get("costBreakdown").toString())
        .isEqualTo(
            "{\"voice_base_minutes\":0.15,\"voice_model_upgrade_minutes\":0.06,"
                + "\"llm_token_overage_1k\":0.004}");
    assertThat(get("/api/billing/summary", workspace))
        .isEqualTo(
            JSON.readTree(
                """
                {"plan": null, "platformFee": null, "monthToDateTotal": 0.21,
                 "nextInvoiceDate": null, "stripeCustomerId": null, "hasActiveSubscription": false}
                """));
  }

  @Test
  void hasNoInvoicesAndSaysWhy() {
    JsonNode invoices = get("/api/billing/invoices", workspace);

    assertThat(invoices.get("ok").booleanValue()).isTrue();
    assertThat(invoices.get("skipped").booleanValue()).isTrue();
    assertThat(invoices.get("reason").stringValue()).isNotBlank();
    assertThat(invoices.get("upcoming").isNull()).isTrue();
    assertThat(invoices.get("history").toString()).isEqualTo("[]");
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /upgrade, 400",
    "POST, /verify-upgrade, 400",
    "POST, /ensure-subscription, 402",
    "GET, /upcoming-invoice, 402",
    "GET, /checkout-url?plan=pro, 503",
    "GET, /checkout-url?plan=gold, 400",
    "GET, /checkout-url, 400",
  })
  void nobodyCanPayByCardYet(String method, String path, int status) {
    String ours = token(Caller.user("ann", workspace));

    ResponseEntity<String> answer = exchange(method, "/api/billing" + path, ours);

    assertThat(answer.getStatusCode().value()).isEqualTo(status);
    assertThat(JSON.readTree(answer.getBody()).get("error").stringValue()).isNotBlank();
    assertThat(exchange(method, "/api/billing" + path, "none").getStatusCode().value())
        .isEqualTo(401);
    String agent = token(Caller.agent());
    assertThat(exchange(method, "/api/billing" + path, agent).getStatusCode().value())
        .isEqualTo(403);
  }

  @Test
  void anotherWorkspaceSeesNothingOfIt() {
    ToldCall call = rateACall();
    WorkspaceId stranger = ToldCall.newWorkspace();

    assertThat(status("/api/billing/calls/" + call.id(), Caller.user("eve", stranger)))
        .isEqualTo(HttpStatusCode.valueOf(404));
    assertThat(get("/api/billing/usage-summary", stranger).get("totalUsd").decimalValue().signum())
        .isZero();
    assertThat(get("/api/billing/recent-usage", stranger).get("calls").size()).isZero();
    assertThat(get("/api/billing/summary", stranger).get("monthToDateTotal").decimalValue())
        .isEqualByComparingTo("0");
    assertThat(get("/api/billing/status", stranger).get("trial").get("creditUsd").decimalValue())
        .isEqualByComparingTo("20");
  }

  @Test
  void theVoiceAgentHasNoBill() {
    assertThat(status("/api/billing/status", Caller.agent()))
        .isEqualTo(HttpStatusCode.valueOf(403));
  }

  @Test
  void nobodyGetsInWithoutAToken() {
    assertThat(exchange("/api/billing/usage-summary", "none").getStatusCode())
        .isEqualTo(HttpStatusCode.valueOf(401));
  }

  /** 90 s, 5000 tokens, surcharge 0.04. */
  private ToldCall rateACall() {
    Duration talk = Duration.ofSeconds(90);
    ToldCall call = ToldCall.of(workspace, CallChannel.WEB, clock.instant().minus(talk));
    billing.tell(List.of(call.started(), call.tokens("gpt-5", 4000, 1000), call.ended(talk)));
    return call;
  }

  private JsonNode get(String path, WorkspaceId as) {
    ResponseEntity<String> answer = exchange(path, token(Caller.user("ann", as)));
    assertThat(answer.getStatusCode()).as(answer.getBody()).isEqualTo(HttpStatusCode.valueOf(200));
    return JSON.readTree(answer.getBody());
  }

  private HttpStatusCode status(String path, Caller as) {
    return exchange(path, token(as)).getStatusCode();
  }

  private String token(Caller caller) {
    return tokens.mint(caller, "request-0001");
  }

  private ResponseEntity<String> exchange(String path, String token) {
    return exchange("GET", path, token);
  }

  private ResponseEntity<String> exchange(String method, String path, String token) {
    return RestClient.create("http://localhost:" + port)
        .method(HttpMethod.valueOf(method))
        .uri(path)
        .header("Authorization", "Bearer " + token)
        .retrieve()
        .onStatus(status -> true, (request, response) -> {})
        .toEntity(String.class);
  }
}
