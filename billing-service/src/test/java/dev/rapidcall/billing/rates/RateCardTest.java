package dev.rapidcall.billing.rates;

import static dev.rapidcall.billing.rates.RateCardFixture.card;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rapidcall.service.environment.EnvironmentVariableException;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RateCardTest {

  @Test
  void theVersionFollowsTheContentAndNotItsSpelling() {
    RateCard card = card().withBase("0.10").build();

    assertThat(card.version()).matches("payg-[0-9a-f]{12}");
    assertThat(card().withBase("0.1").build().version()).isEqualTo(card.version());
    assertThat(card().withBase("0.11").build().version()).isNotEqualTo(card.version());
    assertThat(card().withSurcharge("gpt-5", "0.04").build().version())
        .isNotEqualTo(card.version());
    assertThat(card().withTrialCredit("5").build().version()).isNotEqualTo(card.version());
  }

  @Test
  void theOrderOfTheSurchargesDoesNotChangeTheVersion() {
    assertThat(card().withSurcharge("a", "0.1").withSurcharge("b", "0.2").build().version())
        .isEqualTo(card().withSurcharge("b", "0.2").withSurcharge("a", "0.1").build().version());
  }

  @Test
  void isReadBackFromItsText() {
    RateCard card = card().withSurcharge("gpt-5", "0.04").build();

    assertThat(RateCardText.read(RateCardText.write(card)).version()).isEqualTo(card.version());
  }

  @ParameterizedTest
  @CsvSource({
    "gpt-5, 0.04", // exactly
    "GPT-5, 0.04", // lower case
    "openai/GPT_4.1, 0.05", // normalised
    "'open ai-gpt-4.1', 0.05",
    "gpt-5-mini, 0", // the default
    "GPT_5_mini, 0",
    "claude, 0" // not on the card
  })
  void findsTheSurchargeOfAModel(String model, BigDecimal expected) {
    RateCard card =
        card()
            .withDefaultModel("gpt-5-mini")
            .withSurcharge("gpt-5", "0.04")
            .withSurcharge("openai-gpt-4.1", "0.05")
            .withSurcharge("gpt-5-mini", "0.99")
            .build();

    assertThat(card.surchargeUsdPerMin(model)).isEqualByComparingTo(expected);
  }

  @Test
  void theMoreExactNameWins() {
    RateCard card = card().withSurcharge("gpt-5", "0.04").withSurcharge("GPT-5", "0.06").build();

    assertThat(card.surchargeUsdPerMin("gpt-5")).isEqualByComparingTo("0.04");
    assertThat(card.surchargeUsdPerMin("GPT-5")).isEqualByComparingTo("0.06");
  }

  @Test
  void anUnknownModelCostsNothingOnTop() {
    assertThat(card().withSurcharge("gpt-5", "0.04").build().surchargeUsdPerMin(null)).isZero();
  }

  @Test
  void readsTheSurchargesOfTheOperator() {
    assertThat(RatesConfiguration.surcharges("{\"gpt-5\": 0.04}"))
        .isEqualTo(Map.of("gpt-5", new BigDecimal("0.04")));
    assertThat(RatesConfiguration.surcharges(" ")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "{\"gpt-5\":", "{\"gpt-5\":\"dear\"}", "{\"gpt-5\":-1}", "null"})
  void refusesSurchargesThatAreNone(String json) {
    assertThatExceptionOfType(EnvironmentVariableException.class)
        .isThrownBy(() -> RatesConfiguration.surcharges(json))
        .withMessageContaining("LLM_SURCHARGE_JSON");
  }

  @Test
  void refusesANegativePriceByTheNameOfItsVariable() {
    assertThatExceptionOfType(EnvironmentVariableException.class)
        .isThrownBy(
            () -> RatesConfiguration.price("BASE_PRICE_USD_PER_MIN", new BigDecimal("-0.1")))
        .withMessageContaining("BASE_PRICE_USD_PER_MIN");
  }
}
