package dev.rapidcall.calls.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rapidcall.calls.ai.ProviderException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuestionsTest {

  @Test
  void whatIsAskedAboutEveryCallIsReadWithItsTypes() {
    assertThat(
            PresetQuestion.read(
                """
                Sure: {"call_summary":" Booked. ","in_voicemail":false,"user_sentiment":"Positive",
                "call_successful":true,"more":1}
                """))
        .isEqualTo(
            Map.of(
                "call_summary",
                "Booked.",
                "in_voicemail",
                false,
                "user_sentiment",
                "positive",
                "call_successful",
                true));
  }

  @Test
  void whatHasTheWrongTypeIsUnknown() {
    assertThat(
            PresetQuestion.read(
                """
                {"call_summary":"x","in_voicemail":"no","user_sentiment":"bored"}
                """))
        .containsEntry("in_voicemail", null)
        .containsEntry("user_sentiment", null)
        .containsEntry("call_successful", null);
  }

  @Test
  void anAnswerWithoutASummaryIsNonsense() {
    assertThatExceptionOfType(ProviderException.class)
        .isThrownBy(() -> PresetQuestion.read("{\"user_sentiment\":\"positive\"}"));
  }

  @ParameterizedTest(name = "{0} answered {1}: {2}")
  @CsvSource(
      value = {
        "text|\" Ada \"|Ada",
        "text|7|7",
        "text|null|",
        "text|{\"a\":1}|",
        "number|2.5|2.5",
        "number|\"12\"|12",
        "number|\"a dozen\"|",
        "boolean|true|true",
        "boolean|\"No\"|false",
        "boolean|\"perhaps\"|",
        "selector|\"LARGE\"|large",
        "selector|\"huge\"|",
      },
      delimiter = '|')
  void aValueIsOfItsFieldsTypeOrNull(String type, String answered, String value) {
    List<Object> fields =
        List.of(Map.of("type", type, "name", "field", "options", List.of("small", "large")));

    var results = ExtractionQuestion.read("{\"values\":{\"field\":" + answered + "}}", fields);

    Object found = results.getFirst().get("value");
    assertThat(found == null ? null : found.toString()).isEqualTo(value);
  }

  @Test
  void everyFieldHasAResultInItsOrder() {
    List<Object> fields =
        List.of(
            Map.of("type", "number", "name", "guests", "description", "how many"),
            Map.of("type", "text", "name", "time"),
            Map.of("type", "text", "name", " "),
            "nonsense");

    var results = ExtractionQuestion.read("{\"guests\":2}", fields);

    assertThat(results).hasSize(2);
    assertThat(results.getFirst())
        .isEqualTo(
            Map.of("name", "guests", "value", new BigDecimal("2"), "description", "how many"));
    assertThat(results.getLast()).containsEntry("name", "time").containsEntry("value", null);
  }
}
