package dev.rapidcall.calls.evaluations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rapidcall.calls.ai.ProviderException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerdictTest {

  @ParameterizedTest
  @CsvSource({"87,87", "86.5,87", "-3,0", "250,100", "\"71\",71"})
  void aScoreIsRoundedAndKeptInItsBounds(String answered, int score) {
    assertThat(Verdict.read("{\"score\":" + answered + "}").score()).isEqualTo(score);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"score\":null}", "{\"score\":\"good\"}", "{\"score\":[1]}"})
  void withoutAScoreItIsNonsense(String answer) {
    assertThatExceptionOfType(ProviderException.class).isThrownBy(() -> Verdict.read(answer));
  }

  @Test
  void theDetailsHaveEveryListThatThePageShows() {
    Verdict verdict =
        Verdict.read(
            """
            {"score":80,"summary":" Fine. ","strengths":["kind",3],"issues":"none","extra":true}
            """);

    assertThat(verdict.summary()).isEqualTo("Fine.");
    assertThat(verdict.details())
        .containsEntry("strengths", List.of("kind"))
        .containsEntry("issues", List.of())
        .containsEntry("suggestedFixes", List.of())
        .containsEntry("nextTests", List.of())
        .doesNotContainKey("extra");
  }
}
