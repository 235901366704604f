package dev.rapidcall.calls.agents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rapidcall.service.errors.ApiException.Invalid;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("weakness 29: the keys of tools are not shown")
class ToolSecretsTest {
  private static final Map<String, @Nullable Object> STORED =
      Map.of(
          "book", Map.of("apiKey", "cal_live_0123456789", "eventTypeId", "7"),
          "check", Map.of("apiKey", "short"),
          "transfer_call", Map.of("transferTo", "+15550100"));

  @Test
  void showsTheEndOfALongKeyAndNothingOfAShortOne() {
    Map<String, @Nullable Object> shown = ToolSecrets.masked(STORED);

    assertThat(shown.get("book")).isEqualTo(Map.of("apiKey", "••••6789", "eventTypeId", "7"));
    assertThat(shown.get("check")).isEqualTo(Map.of("apiKey", "••••"));
    assertThat(shown.get("transfer_call")).isEqualTo(Map.of("transferTo", "+15550100"));
  }

  @Test
  void whatWasShownMeansTheKeyBehindIt() {
    assertThat(ToolSecrets.unmasked(ToolSecrets.masked(STORED), STORED)).isEqualTo(STORED);
  }

  @Test
  void aNewKeyAnEmptyOneAndNoneAreTakenAsTheyAre() {
    Map<String, @Nullable Object> sent =
        Map.of(
            "book", Map.of("apiKey", "another_0123456789"),
            "check", Map.of("apiKey", ""),
            "new", Map.of("name", "n"));

    assertThat(ToolSecrets.unmasked(sent, STORED)).isEqualTo(sent);
  }

  @Test
  void aRenamedToolKeepsItsKey() {
    assertThat(ToolSecrets.unmasked(Map.of("book_2", Map.of("apiKey", "••••6789")), STORED))
        .isEqualTo(Map.of("book_2", Map.of("apiKey", "cal_live_0123456789")));
  }

  @Test
  void aMaskIsNeverKeptAsAKey() {
    assertThatExceptionOfType(Invalid.class)
        .isThrownBy(
            () -> ToolSecrets.unmasked(Map.of("book", Map.of("apiKey", "••••0000")), STORED));
    assertThatExceptionOfType(Invalid.class)
        .isThrownBy(() -> ToolSecrets.unmasked(Map.of("b", Map.of("apiKey", "••••")), Map.of()));
  }

  @Test
  void whereTwoKeysLookAlikeTheToolsNameDecides() {
    Map<String, @Nullable Object> alike =
        Map.of("a", Map.of("apiKey", "one"), "b", Map.of("apiKey", "two"));

    assertThat(ToolSecrets.unmasked(ToolSecrets.masked(alike), alike)).isEqualTo(alike);
    assertThatExceptionOfType(Invalid.class)
        .isThrownBy(() -> ToolSecrets.unmasked(Map.of("c", Map.of("apiKey", "••••")), alike));
  }
}
