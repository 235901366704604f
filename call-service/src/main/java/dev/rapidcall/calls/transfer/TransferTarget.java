package dev.rapidcall.calls.transfer;

import dev.rapidcall.calls.input.BodyRules;
import dev.rapidcall.calls.input.InputObject;
import dev.rapidcall.service.MaskedPhone;
import dev.rapidcall.service.errors.ApiException.Invalid;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Whom a phone is handed on to. */
record TransferTarget(String uri) {
  private static final String FIELD = "transferTo";
  private static final int LONGEST = 80;

  /** A number, or a {@code tel:} or {@code sip:} address. */
  static final class Rules implements BodyRules {
    @Override
    public void accept(InputObject fields) {
      fields.require(FIELD).text(FIELD, 1, LONGEST);
    }
  }

  /** A bare number becomes a {@code tel:} address. */
  static TransferTarget read(@Nullable JsonNode body) {
    Map<String, @Nullable Object> input = InputObject.read(body, Map.of(), new Rules());
    String to = String.valueOf(input.get(FIELD)).strip();
    if (to.isEmpty() || to.chars().anyMatch(Character::isISOControl)) {
      throw Invalid.field(FIELD, "must name a number");
    }
    String lower = to.toLowerCase(Locale.ROOT);
    boolean isUri = lower.startsWith("tel:") || lower.startsWith("sip:");
    return new TransferTarget(isUri ? to : "tel:" + to);
  }

  /** As logs may show it. */
  @Override
  public String toString() {
    return uri.substring(0, 4) + new MaskedPhone(uri.substring(4));
  }
}
