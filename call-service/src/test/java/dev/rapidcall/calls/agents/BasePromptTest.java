package dev.rapidcall.calls.agents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.events.CallChannel;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BasePromptTest {

  @DisplayName("weakness 32: phones hear what was published, browser tests the draft")
  @ParameterizedTest(name = "{0} with draft \"{1}\" and published \"{2}\": {3}")
  @CsvSource({
    "WEB, d, p, DRAFT",
    "WEB, d, '', DRAFT",
    "WEB, '', p, PUBLISHED",
    "WEB, ' \n', p, PUBLISHED",
    "WEB, '', '', none",
    "PHONE_INBOUND, d, p, PUBLISHED",
    "PHONE_INBOUND, d, '', DRAFT",
    "PHONE_INBOUND, d, ' ', DRAFT",
    "PHONE_INBOUND, '', p, PUBLISHED",
    "PHONE_INBOUND, '', ' ', none",
    "PHONE_OUTBOUND, d, p, PUBLISHED",
    "PHONE_OUTBOUND, d, '', DRAFT",
    "PHONE_OUTBOUND, '', p, PUBLISHED",
    "PHONE_OUTBOUND, '', '', none"
  })
  void choosesByChannel(CallChannel channel, String draft, String published, String expected) {
    Optional<BasePrompt> base = BasePrompt.of(channel, draft, published);

    assertThat(base.map(it -> it.source().name()).orElse("none")).isEqualTo(expected);
    assertThat(base.map(BasePrompt::text).orElse("none"))
        .isEqualTo(
            switch (expected) {
              case "DRAFT" -> draft;
              case "PUBLISHED" -> published;
              default -> "none";
            });
  }
}
