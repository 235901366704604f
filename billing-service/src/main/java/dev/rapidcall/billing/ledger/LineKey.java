package dev.rapidcall.billing.ledger;

import java.util.Arrays;

/** What a workspace pays for. */
public enum LineKey {
  VOICE_BASE_MINUTES("voice_base_minutes", "Voice minutes", "min"),
  VOICE_MODEL_UPGRADE_MINUTES("voice_model_upgrade_minutes", "Model upgrade minutes", "min"),
  LLM_TOKEN_OVERAGE_1K("llm_token_overage_1k", "Tokens beyond the included ones", "1k tokens"),
  TELEPHONY_MINUTES("telephony_minutes", "Telephony minutes", "min");

  private final String wire;
  private final String description;
  private final String unit;

  LineKey(String wire, String description, String unit) {
    this.wire = wire;
    this.description = description;
    this.unit = unit;
  }

  /** The key by its name in the API and in the ledger. */
  public static LineKey of(String wire) {
    return Arrays.stream(values()).filter(key -> key.wire.equals(wire)).findFirst().orElseThrow();
  }

  /** Its name in the API and in the ledger. */
  public String wire() {
    return wire;
  }

  /** For people. */
  public String description() {
    return description;
  }

  /** What its quantity counts. */
  public String unit() {
    return unit;
  }
}
