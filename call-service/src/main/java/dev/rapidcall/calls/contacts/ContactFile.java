package dev.rapidcall.calls.contacts;

import dev.rapidcall.service.errors.ApiException.BadRequest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a table of contacts: names in the first line, fields between commas, no quoting. */
final class ContactFile {
  private static final Set<String> PHONE = Set.of("phone", "phone_e164", "phonee164");

  private ContactFile() {}

  /**
   * The contacts by number, in their order; lines without a number are left out.
   *
   * @throws BadRequest if there is nothing to read
   */
  static Map<String, ContactInput> read(@Nullable String csv) {
    if (csv == null || csv.isBlank()) {
      throw new BadRequest("csv is required");
    }
    List<String> lines = csv.replace("\0", "").lines().filter(line -> !line.isBlank()).toList();
    if (lines.size() < 2) {
      throw new BadRequest("The file needs a line of names and at least one contact");
    }
    List<String> names =
        fields(lines.getFirst()).stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    if (names.stream().noneMatch(PHONE::contains)) {
      throw new BadRequest("The file needs a column phone");
    }
    Map<String, ContactInput> contacts = new LinkedHashMap<>();
    for (String line : lines.subList(1, lines.size())) {
      List<String> fields = fields(line);
      String phone = phone(names, fields);
      if (ContactInput.isPhone(phone)) {
        contacts.put(phone, contact(names, fields));
      }
    }
    if (contacts.isEmpty()) {
      throw new BadRequest("No line has a valid phone number");
    }
    return contacts;
  }

  private static List<String> fields(String line) {
    return Arrays.stream(line.split(",", -1)).map(String::strip).toList();
  }

  private static String phone(List<String> names, List<String> fields) {
    for (int i = 0; i < Math.min(names.size(), fields.size()); i++) {
      if (PHONE.contains(names.get(i))) {
        return "+" + fields.get(i).replaceAll("\\D", "");
      }
    }
    return "";
  }

  private static ContactInput contact(List<String> names, List<String> fields) {
    String tags = field("tags", names, fields);
    return new ContactInput(
        field("name", names, fields),
        field("email", names, fields),
        field("company", names, fields),
        tags == null
            ? null
            : Arrays.stream(tags.split(";")).map(String::strip).filter(t -> !t.isEmpty()).toList(),
        null,
        null);
  }

  private static @Nullable String field(String name, List<String> names, List<String> fields) {
    int column = names.indexOf(name);
    return column < 0 || column >= fields.size() ? null : fields.get(column);
  }
}
