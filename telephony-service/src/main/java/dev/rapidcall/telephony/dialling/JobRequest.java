package dev.rapidcall.telephony.dialling;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.rapidcall.service.errors.ApiException;
import dev.rapidcall.service.errors.ApiException.BadRequest;
import dev.rapidcall.service.errors.ApiException.Invalid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What may be sent to have somebody called, in either of its two styles. */
record JobRequest(
    @Size(min = 1, max = 40, message = "Must have 1 to 40 characters") @Nullable String agentId,
    @JsonProperty("agent_id") @Nullable String otherAgentId,
    @Size(min = 6, max = 20, message = "Must have 6 to 20 characters") @Nullable String phoneE164,
    @JsonProperty("to_number") @Nullable String toNumber,
    @JsonProperty("from_number") @Nullable String fromNumber,
    @Size(max = 120, message = "Must have at most 120 characters") @Nullable String leadName,
    @Size(max = 60, message = "Must have at most 60 characters") @Nullable String timezone,
    @Min(value = 1, message = "Must be 1 to 10") @Max(value = 10, message = "Must be 1 to 10")
        @Nullable Integer maxAttempts,
    @Nullable Boolean recordingEnabled,
    @Nullable Map<String, @Nullable Object> metadata,
    @JsonProperty("rapidcall_llm_dynamic_variables")
        @Nullable Map<String, @Nullable Object> dynamicVariables) {
  private static final Pattern NUMBER = Pattern.compile("\\+?[1-9]\\d{6,14}");

  /**
   * What belongs together is there. The names of the second style are looked at here: they would be
   * told by those of the first.
   *
   * @throws ApiException if it is not
   */
  void check() {
    length("agent_id", otherAgentId, 1, 40);
    length("to_number", toNumber, 6, 20);
    length("from_number", fromNumber, 0, 20);
    if (agentId == null && otherAgentId == null) {
      throw new BadRequest("agentId is required");
    }
    String number = phoneE164 == null ? toNumber : phoneE164;
    if (number == null) {
      throw new BadRequest("phoneE164 is required");
    }
    if (!NUMBER.matcher(number.strip()).matches()) {
      throw new BadRequest("phoneE164 must be a phone number such as +14155550100");
    }
  }

  private static void length(String field, @Nullable String text, int min, int max) {
    if (text != null && (text.length() < min || text.length() > max)) {
      throw Invalid.field(field, "Must have " + min + " to " + max + " characters");
    }
  }
}
