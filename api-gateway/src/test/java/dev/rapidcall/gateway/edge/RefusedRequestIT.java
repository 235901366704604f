package dev.rapidcall.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.gateway.testing.Answer;
import dev.rapidcall.gateway.testing.GatewayIT;
import dev.rapidcall.gateway.testing.RawHttp;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RefusedRequestIT extends GatewayIT {

  static Stream<String> readable() {
    return Stream.of(
        "GET /api/%zz",
        "GET /api/agents/%E0%A4%A",
        "GET /api/agents/%FF%FE",
        "GET /api/agents/a%00b",
        "GET /../../etc/passwd",
        "GET /api/..%2F..%2Fme",
        "GET /api/agents?a=%zz",
        "GET /api/me\r\nX-Long: " + "a".repeat(20_000),
        "GET /api/me\r\nCookie: a=\u0001",
        "TRACE /api/me",
        "BREW /api/me",
        "POST /api/auth/login\r\nContent-Length: nonsense",
        "POST /api/auth/login\r\nTransfer-Encoding: nonsense");
  }

  /** Where a page's origin is not read any more. */
  static Stream<String> unreadable() {
    return Stream.of("GET /api/agents/\"a\"", "GET /api/<script>", "GET /" + "a".repeat(20_000));
  }

  @ParameterizedTest
  @MethodSource("readable")
  @DisplayName("weakness 30: what makes no sense is refused in JSON, and pages may read it")
  void refusesInJsonThatPagesMayRead(String request) {
    assertThat(refusal(request)).contains("\r\naccess-control-allow-origin: " + DASHBOARD);
  }

  @ParameterizedTest
  @MethodSource("unreadable")
  @DisplayName("weakness 30: what nobody can read is refused in JSON")
  void refusesInJson(String request) {
    refusal(request);
  }

  private String refusal(String request) {
    String[] lines = request.split("\r\n", 2);
    String answer =
        RawHttp.send(
            address(),
            lines[0]
                + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nOrigin: "
                + DASHBOARD
                + (lines.length == 2 ? "\r\n" + lines[1] : "")
                + "\r\n\r\n");

    String head = answer.substring(0, answer.indexOf("\r\n\r\n")).toLowerCase(Locale.ROOT);
    assertThat(head).containsPattern("^http/1.1 (4|501)");
    assertThat(head).contains("\r\ncontent-type: application/json");
    assertThat(head).contains("\r\nx-content-type-options: nosniff", "\r\nx-request-id: ");
    assertThat(head).doesNotContain("\r\nserver:", "x-powered-by", "set-cookie");
    assertThat(answer).contains("{\"error\":\"").doesNotContain("<", "Exception", "\tat ");
    return head;
  }

  @Test
  @DisplayName("weakness 30: a cookie that cannot be decoded is no error")
  void livesWithACookieThatCannotBeDecoded() {
    SignedUp person = signUp();

    Answer answer =
        get("/api/me").bearer(person.token()).with("Cookie", "a=%zz; auth_token=%").send();

    assertThat(answer.status()).isEqualTo(200);
  }

  @Test
  void tellsItAsAProblemToWhoAsksForIt() {
    String answer =
        RawHttp.send(
            address(),
            "GET /api/%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Accept: application/problem+json\r\n\r\n");

    assertThat(answer)
        .contains("application/problem+json")
        .contains("{\"type\":\"about:blank\",\"title\":\"Bad Request\",\"status\":400");
  }
}
