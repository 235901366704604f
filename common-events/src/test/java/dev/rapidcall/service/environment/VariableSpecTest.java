package dev.rapidcall.service.environment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VariableSpecTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "url required; ''; V is missing",
        "url required; '  '; V is missing",
        "url; not a url; V must be a URL such as https://host",
        "url; localhost:7880; V must be a URL such as https://host",
        "integer; 1.5; V must be a whole number",
        "integer min:1; 0; V must be at least 1",
        "port; 65536; V must be a port from 0 to 65535",
        "decimal; 1,5; V must be a number",
        "boolean; yes; V must be true or false",
        "name; Bad-Name; V must be a name of a-z, 0-9 and _ that begins with a letter",
        "secret min:4; abc; V must have at least 4 characters",
        "secrets min:4; abcd,abc; V must have at least 4 characters",
        "secrets; 'a,,b'; V must be a comma-separated list without empty entries",
        "one-of:true|false|require; maybe; 'V must be one of true, false, require'",
      })
  void saysWhatIsWrongAndNeverTheValue(String spec, String value, String problem) {
    assertThat(VariableSpec.parse(spec).problem("V", value)).contains(problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "url required; wss://livekit.example.com",
        "url; http://127.0.0.1:7880",
        "integer min:1; 1",
        "port; 0",
        "decimal; 0.10",
        "boolean; false",
        "secrets required min:4; 'abcd, efgh'",
        "text required; anything",
        "one-of:true|false|require; require",
        "database required; postgresql://me:pw@db/x",
      })
  void acceptsWhatFits(String spec, String value) {
    assertThat(VariableSpec.parse(spec).problem("V", value)).isEmpty();
  }

  @Test
  void warnsOfAShortSecretAndTakesIt() {
    VariableSpec spec = VariableSpec.parse("secrets required advised:32");

    assertThat(spec.problem("V", "secret")).isEmpty();
    assertThat(spec.advice("V", "secret")).contains("V should have at least 32 characters");
    assertThat(spec.advice("V", "0123456789abcdef0123456789abcdef")).isEmpty();
    assertThat(spec.advice("V", null)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"url", "integer min:1", "one-of:a|b", "secret min:32"})
  void leavesAnOptionalVariableUnset(String spec) {
    assertThat(VariableSpec.parse(spec).problem("V", null)).isEmpty();
  }
}
