package dev.rapidcall.calls.ai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelJsonTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":{\"b\":1}}",
        "Here it is:\n```json\n{\"a\":{\"b\":1}}\n```\nAnything else?",
        "\n {\"a\":{\"b\":1}} ",
      })
  void theObjectIsFoundAlsoBetweenWords(String answer) {
    assertThat(ModelJson.object(answer).path("a").path("b").asInt()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "sorry", "[1]", "}{", "{\"a\":", "\"text\""})
  void anythingElseIsNonsense(String answer) {
    assertThatExceptionOfType(ProviderException.class)
        .isThrownBy(() -> ModelJson.object(answer))
        .matches(failure -> failure.kind() == ProviderException.Kind.NONSENSE);
  }
}
