package dev.rapidcall.billing.rates;

import dev.rapidcall.billing.money.Usd;
import java.math.BigDecimal;
import java.util.Map;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RateSettings.class)
class RatesConfiguration {

  @Bean
  RateCard rateCard(RateSettings settings) {
    return new RateCard(
        settings.baseUsdPerMin(),
        settings.includedTokensPerMin(),
        settings.tokenOverageUsdPer1k(),
        settings.telephonyUsdPerMin(),
        settings.defaultLlmModel(),
        surcharges(settings.llmSurchargeJson()),
        new Usd(settings.trialCreditUsd()));
  }

  static Map<String, BigDecimal> surcharges(String json) {
    if (json.isBlank()) {
      return Map.of();
    }
    try {
      Map<String, BigDecimal> table =
          JsonMapper.builder().build().readValue(json, new TypeReference<>() {});
      if (table.values().stream().allMatch(usd -> usd.signum() >= 0)) {
        return Map.copyOf(table);
      }
    } catch (JacksonException | NullPointerException e) {
      throw refused();
    }
    throw refused();
  }

  private static IllegalArgumentException refused() {
    return new IllegalArgumentException(
        "LLM_SURCHARGE_JSON must be a JSON object of model names to US dollars per minute");
  }
}
