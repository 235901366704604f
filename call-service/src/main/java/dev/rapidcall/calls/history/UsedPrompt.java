package dev.rapidcall.calls.history;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a call's agent was told.
 *
 * @param source {@code draft} or {@code published}
 * @param version the number of that text among the agent's prompts
 * @param text with the variant, placeholders filled
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record UsedPrompt(
    String source,
    int version,
    @Nullable String variantId,
    @JsonIgnore @Nullable String variantName,
    String text) {

  /** From a row that has the columns of {@code call_prompts}, empty ones if there was none. */
  static @Nullable UsedPrompt of(ResultSet row) throws SQLException {
    String text = row.getString("text");
    return text == null
        ? null
        : new UsedPrompt(
            row.getString("source"),
            row.getInt("version"),
            row.getString("variant_id"),
            row.getString("variant_name"),
            text);
  }

  /** The variant as metrics tell it, null in the control group. */
  @Nullable Map<String, String> abTest() {
    return variantId == null || variantName == null
        ? null
        : Map.of(
            "variantId", variantId,
            "variantName", variantName,
            "promptMode", "base_plus_variant");
  }
}
