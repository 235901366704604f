package dev.rapidcall.billing.rates;

import dev.rapidcall.billing.money.Usd;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/** The one spelling of a rate card, which its version is the digest of. */
final class RateCardText {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String PREFIX = "payg-";
  private static final int DIGEST_CHARACTERS = 12;

  private RateCardText() {}

  static String write(RateCard card) {
    TreeMap<String, String> surcharges = new TreeMap<>();
    card.llmSurchargeUsdPerMin().forEach((model, usd) -> surcharges.put(model, plain(usd)));
    TreeMap<String, Object> fields = new TreeMap<>();
    fields.put("baseUsdPerMin", plain(card.baseUsdPerMin()));
    fields.put("includedTokensPerMin", card.includedTokensPerMin());
    fields.put("tokenOverageUsdPer1k", plain(card.tokenOverageUsdPer1k()));
    fields.put("telephonyUsdPerMin", plain(card.telephonyUsdPerMin()));
    fields.put("defaultLlmModel", card.defaultLlmModel());
    fields.put("llmSurchargeUsdPerMin", surcharges);
    fields.put("trialCreditUsd", plain(card.trialCredit().amount()));
    return JSON.writeValueAsString(fields);
  }

  static RateCard read(String text) {
    Fields fields = JSON.readValue(text, Fields.class);
    return new RateCard(
        fields.baseUsdPerMin(),
        fields.includedTokensPerMin(),
        fields.tokenOverageUsdPer1k(),
        fields.telephonyUsdPerMin(),
        fields.defaultLlmModel(),
        fields.llmSurchargeUsdPerMin(),
        new Usd(fields.trialCreditUsd()));
  }

  static String versionOf(String text) {
    return PREFIX + HexFormat.of().formatHex(sha256(text)).substring(0, DIGEST_CHARACTERS);
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private record Fields(
      BigDecimal baseUsdPerMin,
      long includedTokensPerMin,
      BigDecimal tokenOverageUsdPer1k,
      BigDecimal telephonyUsdPerMin,
      String defaultLlmModel,
      Map<String, BigDecimal> llmSurchargeUsdPerMin,
      BigDecimal trialCreditUsd) {}
}
