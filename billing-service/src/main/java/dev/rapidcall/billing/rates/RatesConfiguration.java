package dev.rapidcall.billing.rates;

import dev.rapidcall.billing.money.Usd;
import dev.rapidcall.service.environment.EnvironmentVariableException;
import java.math.BigDecimal;
import java.util.List;
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
        price("BASE_PRICE_USD_PER_MIN", settings.baseUsdPerMin()),
        settings.includedTokensPerMin(),
        price("TOKEN_OVERAGE_USD_PER_1K", settings.tokenOverageUsdPer1k()),
        price("TELEPHONY_USD_PER_MIN", settings.telephonyUsdPerMin()),
        settings.defaultLlmModel(),
        surcharges(settings.llmSurchargeJson()),
        new Usd(price("TRIAL_CREDIT_USD", settings.trialCreditUsd())));
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

  static BigDecimal price(String variable, BigDecimal usd) {
    if (usd.signum() < 0) {
      throw new EnvironmentVariableException(List.of(variable + " must not be negative"));
    }
    return usd;
  }

  private static EnvironmentVariableException refused() {
    return new EnvironmentVariableException(
        List.of("LLM_SURCHARGE_JSON must be a JSON object of models to US dollars per minute"));
  }
}
