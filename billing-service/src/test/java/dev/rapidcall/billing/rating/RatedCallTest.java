package dev.rapidcall.billing.rating;

import static dev.rapidcall.billing.rates.RateCardFixture.card;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rapidcall.billing.credit.TrialCredit;
import dev.rapidcall.billing.ledger.BillLine;
import dev.rapidcall.billing.ledger.BillLines;
import dev.rapidcall.billing.ledger.LineKey;
import dev.rapidcall.billing.money.Usd;
import dev.rapidcall.billing.rates.RateCard;
import dev.rapidcall.billing.usage.CallFacts;
import dev.rapidcall.billing.usage.CallUsage;
import dev.rapidcall.billing.usage.UsageFact;
import dev.rapidcall.events.CallChannel;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RatedCallTest {
  private static final RateCard CARD = card().withSurcharge("gpt-5", "0.04").build();

  private final CallFacts call = CallFacts.web();

  @Test
  void ratesTheExampleOfTheContract() {
    RatedCall rated =
        rate(call.ended(Duration.ofSeconds(90)), call.tokensOf("gpt-5", 4000L, 1000L));

    assertThat(rated.lines())
        .containsExactly(
            line(LineKey.VOICE_BASE_MINUTES, "1.5", "0.10", "0.15"),
            line(LineKey.VOICE_MODEL_UPGRADE_MINUTES, "1.5", "0.04", "0.06"),
            line(LineKey.LLM_TOKEN_OVERAGE_1K, "2", "0.002", "0.004"));
    assertThat(BillLines.total(rated.lines())).isEqualTo(Usd.of("0.214"));
    assertThat(rated.usageKnown()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 0.016667", "20, 0.333333", "47, 0.783333", "90, 1.5", "3600, 60"})
  void billsBySecond(long seconds, BigDecimal minutes) {
    assertThat(RatedCall.billedMinutes(seconds)).isEqualByComparingTo(minutes);
  }

  @Test
  void includedTokensCostNothing() {
    RatedCall rated =
        rate(call.ended(Duration.ofSeconds(90)), call.tokensOf("gpt-5-mini", 2500L, 500L));

    assertThat(rated.lines())
        .containsExactly(line(LineKey.VOICE_BASE_MINUTES, "1.5", "0.1", "0.15"));
  }

  @Test
  void ratesWhatIsKnownAndSaysThatTheRestIsNot() {
    RatedCall rated = rate(call.ended(Duration.ofSeconds(90)));

    assertThat(BillLines.total(rated.lines())).isEqualTo(Usd.of("0.15"));
    assertThat(rated.usageKnown()).isFalse();
    assertThat(rate(call.ended(Duration.ofSeconds(90)), call.tokens(1L, 2L)).usageKnown())
        .isFalse();
    assertThat(
            rate(call.ended(Duration.ofSeconds(90)), call.tokens(1L, null), call.model("gpt-5"))
                .usageKnown())
        .isFalse();
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE_INBOUND", "PHONE_OUTBOUND"})
  void phonesPayTelephonyTooAndTheTrialCreditDoesNot(CallChannel channel) {
    CallFacts phone = CallFacts.on(channel);

    List<BillLine> lines = rate(phone.ended(Duration.ofSeconds(90))).lines();

    assertThat(lines)
        .containsExactly(
            line(LineKey.VOICE_BASE_MINUTES, "1.5", "0.1", "0.15"),
            line(LineKey.TELEPHONY_MINUTES, "1.5", "0.015", "0.0225"));
    assertThat(TrialCredit.chargeable(lines)).isEqualTo(Usd.of("0.15"));
  }

  @Test
  void aCallThatNobodyAnsweredCostsNothingWhateverWasReported() {
    RatedCall rated = rate(call.neverAnswered(), call.tokensOf("gpt-5", 9000L, 9000L));

    assertThat(rated.lines()).isEmpty();
    assertThat(rated.usageKnown()).isTrue();
  }

  @Test
  void theLinesAddUpToTheRoundedSumOfTheExactProducts() {
    Random random = new Random(12);
    RateCard odd = card().withBase("0.1234567").withSurcharge("gpt-5", "0.0765432").build();
    for (int i = 0; i < 500; i++) {
      long seconds = 1 + random.nextLong(4000);
      long tokens = random.nextLong(200_000);
      CallFacts facts = CallFacts.web();
      List<BillLine> lines =
          RatedCall.of(
                  usage(
                      facts.ended(Duration.ofSeconds(seconds)), facts.tokensOf("gpt-5", 0, tokens)),
                  odd)
              .lines();

      assertThat(BillLines.total(lines))
          .isEqualTo(
              new Usd(
                  lines.stream()
                      .map(line -> line.quantity().multiply(line.unitUsd()))
                      .reduce(BigDecimal.ZERO, BigDecimal::add)));
      assertThat(lines)
          .allSatisfy(
              line ->
                  assertThat(line.amount().amount())
                      .isCloseTo(
                          line.quantity()
                              .multiply(line.unitUsd())
                              .setScale(6, RoundingMode.HALF_UP),
                          within(new BigDecimal("0.000001"))));
    }
  }

  static BillLine line(LineKey key, String quantity, String unit, String amount) {
    return new BillLine(
        key,
        YearMonth.of(2026, 11),
        new BigDecimal(quantity),
        new BigDecimal(unit),
        CARD.version(),
        Usd.of(amount));
  }

  private static RatedCall rate(UsageFact... facts) {
    return RatedCall.of(usage(facts), CARD);
  }

  private static CallUsage usage(UsageFact... facts) {
    return CallUsage.of(List.of(facts)).orElseThrow();
  }
}
