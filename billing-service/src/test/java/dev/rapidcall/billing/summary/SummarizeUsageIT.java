package dev.rapidcall.billing.summary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.billing.BillingService;
import dev.rapidcall.billing.fixtures.Billing;
import dev.rapidcall.billing.fixtures.ToldCall;
import dev.rapidcall.billing.ledger.Ledger;
import dev.rapidcall.billing.rates.RateCards;
import dev.rapidcall.billing.summary.UsageSummary.UsageLine;
import dev.rapidcall.events.CallChannel;
import dev.rapidcall.events.WorkspaceId;
import dev.rapidcall.testing.RapidCallIT;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RapidCallIT(
    classes = {BillingService.class, Billing.Configuration.class},
    properties = {
      "spring.config.name=billing-service",
      "LLM_SURCHARGE_JSON={\"gpt-5\":0.04,\"gpt-4.1\":0.07}"
    })
class SummarizeUsageIT {
  @Autowired private Billing billing;
  @Autowired private Ledger ledger;
  @Autowired private RateCards rates;

  private final WorkspaceId workspace = ToldCall.newWorkspace();

  @Test
  void anUnusedMonthHasEveryLineAtZero() {
    UsageSummary summary = at("2026-11-30T23:59:59Z");

    assertThat(summary.periodStartMs())
        .isEqualTo(Instant.parse("2026-11-01T00:00:00Z").toEpochMilli());
    assertThat(summary.periodEndMs())
        .isEqualTo(Instant.parse("2026-12-01T00:00:00Z").toEpochMilli());
    assertThat(summary.totalUsd()).isEqualTo("0");
    assertThat(summary.lines())
        .extracting(UsageLine::key)
        .containsExactly(
            "voice_base_minutes",
            "voice_model_upgrade_minutes",
            "llm_token_overage_1k",
            "telephony_minutes");
    assertThat(summary.lines()).extracting(UsageLine::quantity).containsOnly(BigDecimal.ZERO);
    assertThat(line(summary, "telephony_minutes").unitAmountCents()).isEqualTo("1.5");
  }

  @Test
  void addsUpTheMonthThatCallsEndedIn() {
    tell(call("2026-11-17T10:00:00Z"), 90, "gpt-5");
    tell(call("2026-11-30T23:59:58Z"), 60, "gpt-5"); // ends in December
    tell(ToldCall.of(ToldCall.newWorkspace(), CallChannel.WEB, Instant.EPOCH), 90, "gpt-5");

    UsageSummary november = at("2026-11-20T00:00:00Z");

    assertThat(november.totalUsd()).isEqualTo("0.214");
    assertThat(november.totalCents()).isEqualTo(21);
    assertThat(line(november, "voice_base_minutes").quantity()).isEqualTo("1.5");
    assertThat(line(november, "voice_base_minutes").amountCents()).isEqualTo(15);
    assertThat(line(november, "voice_model_upgrade_minutes").unitAmountCents()).isEqualTo("4");
    assertThat(line(november, "llm_token_overage_1k").amountUsd()).isEqualTo("0.004");
    assertThat(at("2026-12-01T00:00:00Z").totalUsd()).isEqualTo("0.146");
  }

  @Test
  void aCorrectionMovesACallToTheMonthItReallyEndedIn() {
    ToldCall call = call("2026-11-30T23:59:00Z");
    billing.tell(List.of(call.ended(Duration.ofSeconds(120))));
    assertThat(at("2026-12-01T00:00:00Z").totalUsd()).isEqualTo("0.2");

    billing.tell(call.corrected(1, Duration.ofSeconds(30)));

    assertThat(at("2026-12-01T00:00:00Z").totalUsd()).isEqualTo("0");
    assertThat(at("2026-11-30T00:00:00Z").totalUsd()).isEqualTo("0.05");
  }

  @Test
  void severalPricesOfOneLineHaveNoUnitPrice() {
    tell(call("2026-11-17T10:00:00Z"), 60, "gpt-5");
    tell(call("2026-11-18T10:00:00Z"), 60, "gpt-4.1");

    UsageLine upgrade = line(at("2026-11-20T00:00:00Z"), "voice_model_upgrade_minutes");

    assertThat(upgrade.unitAmountCents()).isNull();
    assertThat(upgrade.quantity()).isEqualTo("2");
    assertThat(upgrade.amountCents()).isEqualTo(11);
  }

  private ToldCall call(String begin) {
    return ToldCall.of(workspace, CallChannel.WEB, Instant.parse(begin));
  }

  private void tell(ToldCall call, long seconds, String model) {
    billing.tell(List.of(call.tokens(model, 4000, 1000), call.ended(Duration.ofSeconds(seconds))));
  }

  private UsageSummary at(String now) {
    Clock clock = Clock.fixed(Instant.parse(now), ZoneId.of("Pacific/Auckland"));
    return new SummarizeUsage(ledger, rates, clock).of(workspace);
  }

  private static UsageLine line(UsageSummary summary, String key) {
    return summary.lines().stream()
        .filter(line -> line.key().equals(key))
        .findFirst()
        .orElseThrow();
  }
}
