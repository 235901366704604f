package dev.rapidcall.gateway.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.gateway.testing.Answer;
import dev.rapidcall.gateway.testing.ClockedGatewayIT;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CsrfCookieDomainIT extends ClockedGatewayIT {

  @Test
  @DisplayName("weakness 26: a page of the same site can read the CSRF cookie, and no other cookie")
  void onlyTheCsrfCookieIsForTheWholeSite() {
    try (OtherInstance gateway = anotherInstance("--CSRF_COOKIE_DOMAIN=example.com")) {
      Answer registered =
          gateway
              .post("/api/auth/register")
              .fromDashboard()
              .json(
                  "{\"name\":\"Ada\",\"email\":\"u"
                      + UUID.randomUUID()
                      + "@example.com\",\"password\":\"correct horse\"}")
              .send();
      List<String> set = registered.headers().allValues("Set-Cookie");
      assertThat(set).hasSize(2);
      assertThat(set.getFirst()).startsWith("auth_token=").doesNotContain("Domain");
      assertThat(set.getLast()).startsWith("csrf_token=").contains("; Domain=example.com");

      Answer out =
          gateway
              .post("/api/auth/logout")
              .fromDashboard()
              .cookie(registered.json().at("/token").stringValue())
              .send();
      List<String> cleared = out.headers().allValues("Set-Cookie");
      assertThat(cleared.getFirst()).startsWith("auth_token=;").doesNotContain("Domain");
      assertThat(cleared.getLast()).startsWith("csrf_token=;").contains("; Domain=example.com");
    }
  }

  @Test
  void withoutItBothAreForTheHostAlone() {
    Answer out = post("/api/auth/logout").fromDashboard().bearer(signUp().token()).send();

    assertThat(out.headers().allValues("Set-Cookie"))
        .hasSize(2)
        .allSatisfy(cookie -> assertThat(cookie).doesNotContain("Domain"));
  }
}
