package dev.rapidcall.gateway.edge.limits;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rapidcall.service.errors.ApiException.BadRequest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SignInBodyTest {
  private static final String LOGIN = "{\"email\":\"a@b.example\",\"password\":\"\u00e9\"}";

  @Test
  @DisplayName("weakness 27: a guess in another charset is counted like any other")
  void readsWhatItPassesOn() {
    SignInBody latin =
        SignInBody.of(LOGIN.getBytes(ISO_8859_1), "application/json; charset=ISO-8859-1");

    assertThat(latin.email()).contains("a@b.example");
    assertThat(new String(latin.bytes(), UTF_8)).isEqualTo(LOGIN);
    assertThat(latin.contentType()).isEqualTo("application/json");
    assertThat(SignInBody.of(LOGIN.getBytes(UTF_16LE), "application/x+json").email())
        .contains("a@b.example");
  }

  @Test
  void twoAddressesInOneBodyAreOne() {
    String twice = "{\"email\":\"a@b.example\",\"email\":\"c@d.example\"}";

    SignInBody body = SignInBody.of(twice.getBytes(UTF_8), "application/json");

    assertThat(new String(body.bytes(), UTF_8)).containsOnlyOnce("email");
    assertThat(body.email()).contains("c@d.example");
  }

  @Test
  void refusesWhatItCannotRead() {
    assertThatExceptionOfType(BadRequest.class)
        .isThrownBy(() -> SignInBody.of(LOGIN.getBytes(ISO_8859_1), "application/json"));
    assertThatExceptionOfType(BadRequest.class)
        .isThrownBy(() -> SignInBody.of("{".getBytes(UTF_8), "application/json"));
  }

  @Test
  void leavesNothingOfWhatIsNeitherJsonNorAForm() {
    SignInBody text = SignInBody.of(LOGIN.getBytes(UTF_8), "text/plain");

    assertThat(text.bytes()).isEmpty();
    assertThat(text.email()).isEmpty();
    assertThat(SignInBody.of(LOGIN.getBytes(UTF_8), null).bytes()).isEmpty();
  }
}
