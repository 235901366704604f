package dev.rapidcall.calls.agents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceholdersTest {
  private static final Map<String, String> VALUES =
      Map.of("Name", "Ada", "sum", "$1 \\2", "again", "{{Name}}", "first name", "A.");

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "Hello {{Name}}!, Hello Ada!",
    "Hello {{ Name }}!, Hello Ada!",
    "{{first name}}{{Name}}, A.Ada",
    "{{name}} is not {{Name}}, ' is not Ada'",
    "[{{nobody}}], []",
    "[{{}}], []",
    "{{sum}}, $1 \\2",
    "{{again}}, {{Name}}",
    "{Name} {{Name} {{Name, {Name} {{Name} {{Name",
    "{{{Name}}}, {Ada}"
  })
  void fills(String text, String expected) {
    assertThat(Placeholders.fill(text, VALUES)).isEqualTo(expected);
  }
}
