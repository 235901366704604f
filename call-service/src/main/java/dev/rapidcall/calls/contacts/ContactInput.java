package dev.rapidcall.calls.contacts;

import dev.rapidcall.calls.input.BodyRules;
import dev.rapidcall.calls.input.InputObject;
import dev.rapidcall.service.errors.ApiException.Invalid;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What may be sent about a contact; what is null was not sent and stays as it is. */
record ContactInput(
    @Nullable String name,
    @Nullable String email,
    @Nullable String company,
    @Nullable List<String> tags,
    @Nullable String notes,
    @Nullable JsonNode metadata) {
  static final ContactInput NOTHING = new ContactInput(null, null, null, null, null, null);

  private static final Pattern PHONE = Pattern.compile("\\+?[1-9]\\d{6,14}");
  private static final Pattern EMAIL =
      Pattern.compile("[^\\s@\\x00]+@[^\\s@\\x00]+\\.[^\\s@.\\x00]+");

  /** A contact with its number. */
  record New(String phone, ContactInput fields) {}

  /** A new contact. */
  static final class NewContact implements BodyRules {
    @Override
    public void accept(InputObject fields) {
      common(fields.require("phoneE164").text("phoneE164", 6, 20));
    }
  }

  /** What may be changed of a contact. */
  static final class Changes implements BodyRules {
    @Override
    public void accept(InputObject fields) {
      common(fields);
    }
  }

  static New forCreate(@Nullable JsonNode body) {
    Map<String, @Nullable Object> input = InputObject.read(body, Map.of(), new NewContact());
    String phone = String.valueOf(input.get("phoneE164"));
    if (!isPhone(phone)) {
      throw Invalid.field("phoneE164", "must be a phone number such as +14155550100");
    }
    return new New(phone, of(input));
  }

  static ContactInput forUpdate(@Nullable JsonNode body) {
    return of(InputObject.read(body, Map.of(), new Changes()));
  }

  static boolean isPhone(String text) {
    return PHONE.matcher(text).matches();
  }

  private static void common(InputObject rules) {
    rules
        .text("name", 0, 200)
        .text("email", 0, 200)
        .text("company", 0, 200)
        .texts("tags", 1000, 0, 200)
        .text("notes", 0, 5000)
        .anyObject("metadata");
  }

  private static ContactInput of(Map<String, @Nullable Object> input) {
    String email = text(input, "email");
    // The page sends "" for none.
    if (email != null && !email.isEmpty() && !EMAIL.matcher(email).matches()) {
      throw Invalid.field("email", "must be an email address");
    }
    return new ContactInput(
        text(input, "name"),
        email,
        text(input, "company"),
        input.get("tags") instanceof List<?> tags
            ? tags.stream().map(tag -> String.valueOf(tag).replace("\0", "")).toList()
            : null,
        text(input, "notes"),
        input.get("metadata") instanceof JsonNode metadata ? metadata : null);
  }

  private static @Nullable String text(Map<String, @Nullable Object> input, String name) {
    return input.get(name) instanceof String text ? text.replace("\0", "") : null;
  }
}
