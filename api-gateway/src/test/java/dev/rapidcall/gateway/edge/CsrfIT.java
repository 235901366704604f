package dev.rapidcall.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.gateway.testing.Answer;
import dev.rapidcall.gateway.testing.GatewayIT;
import dev.rapidcall.gateway.testing.Request;
import java.net.HttpCookie;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsrfIT extends GatewayIT {
  private static final String FOREIGN = "https://evil.example.com";

  @Test
  @DisplayName("weakness 26: a change by the cookie alone needs the CSRF token of that session")
  void aCookieNeedsTheToken() {
    SignedInBrowser mine = signIn();
    SignedInBrowser others = signIn();
    OWNER.json("/api/agents", 200, "{}");

    assertThat(change(mine.auth()).send().status()).isEqualTo(403);
    for (String wrong : new String[] {"", "x", others.csrf(), mine.auth()}) {
      Answer refused = change(mine.auth()).with("x-csrf-token", wrong).send();
      assertThat(refused.status()).isEqualTo(403);
      assertThat(refused.body()).isEqualTo("{\"error\":\"CSRF token missing or wrong\"}");
    }
    assertThat(change(mine.auth()).with("x-csrf-token", mine.csrf()).send().status())
        .isEqualTo(200);
  }

  @Test
  @DisplayName("weakness 26: the CSRF token does not free from the Origin rule")
  void theTokenIsNotEnough() {
    SignedInBrowser mine = signIn();

    for (String origin : new String[] {FOREIGN, "null"}) {
      assertThat(
              post("/api/agents")
                  .with("Origin", origin)
                  .cookie(mine.auth())
                  .with("x-csrf-token", mine.csrf())
                  .json("{}")
                  .send()
                  .status())
          .isEqualTo(403);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
  void everyChangeNeedsIt(String method) {
    String token = signIn().auth();

    Answer answer = request(method, "/api/agents/a1").fromDashboard().cookie(token).send();

    assertThat(answer.status()).isEqualTo(403);
  }

  @Test
  void readingNeedsNone() {
    assertThat(get("/api/me").cookie(signIn().auth()).send().status()).isEqualTo(200);
  }

  @Test
  void whoShowsTheTokenInAHeaderNeedsNone() {
    SignedInBrowser mine = signIn();
    OWNER.json("/api/agents", 200, "{}");

    Answer answer = change(mine.auth()).bearer(mine.auth()).send();

    assertThat(answer.status()).isEqualTo(200);
  }

  @Test
  void anotherSchemeOfAuthorizationIsNoProof() {
    Answer answer = change(signIn().auth()).with("Authorization", "Basic x").send();

    assertThat(answer.status()).isEqualTo(403);
  }

  @Test
  void everybodyGetsOut() {
    String token = signIn().auth();

    assertThat(post("/api/auth/logout-all").fromDashboard().cookie(token).send().status())
        .isEqualTo(403);
    assertThat(post("/api/auth/logout").fromDashboard().cookie(token).send().status())
        .isEqualTo(200);
    assertThat(get("/api/me").cookie(token).send().status()).isEqualTo(401);
  }

  @Test
  void anEndedSessionIsA401EvenWithoutTheToken() {
    assertThat(change("0".repeat(48)).send().status()).isEqualTo(401);
  }

  @Test
  @DisplayName("weakness 26: neither a made-up agent secret nor a made-up key opens anything")
  void madeUpSecretsOpenNothing() {
    SignedUp person = signUp();
    String key = apiKeyOf(person, "read", "write");
    OWNER.json("/api/agents", 200, "{}");

    assertThat(
            post("/api/agents")
                .bearer(person.token())
                .with("x-agent-secret", "wrong")
                .json("{}")
                .send()
                .status())
        .isEqualTo(403);
    assertThat(
            post("/api/agents")
                .cookie(person.token())
                .bearer("rck_00000000000000000000000000000000")
                .json("{}")
                .send()
                .status())
        .isEqualTo(401);
    assertThat(post("/api/agents").bearer(key).json("{}").send().status()).isEqualTo(200);
    assertThat(post("/api/agents").cookie(key).json("{}").send().status()).isEqualTo(403);
  }

  @Test
  @DisplayName("weakness 26: nobody is signed in or registered from a foreign page")
  void noForeignSignIn() {
    for (String path : new String[] {"/api/auth/login", "/api/auth/register"}) {
      String body = "{\"name\":\"A\",\"email\":\"nobody@example.com\",\"password\":\"secret\"}";
      Answer foreign = post(path).with("Origin", FOREIGN).json(body).send();
      assertThat(foreign.status()).isEqualTo(403);
      assertThat(foreign.header("Access-Control-Allow-Origin")).isEmpty();
      assertThat(foreign.headers().allValues("Set-Cookie")).isEmpty();
    }
  }

  @Test
  void ourPagesMayNameAWorkspaceAndShowTheToken() {
    Answer answer = request("OPTIONS", "/api/me").fromDashboard().send();

    assertThat(answer.header("Access-Control-Allow-Headers").split(",", -1))
        .contains("x-csrf-token", "x-workspace-id");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x=%zz; auth_token={token}",
        "auth_token={token}; %E0%A4%A=%",
        "=; ;;auth_token={token}",
        "x=\"\\\"; auth_token={token}",
        "$Version=1; auth_token={token}",
      })
  @DisplayName("weakness 30: a malformed cookie harms nobody")
  void aMalformedCookieIsNoError(String cookies) {
    String token = signIn().auth();

    int status = get("/api/me").with("Cookie", cookies.replace("{token}", token)).send().status();

    assertThat(status).isIn(200, 401);
    if (!cookies.contains("\"")) {
      assertThat(status).isEqualTo(200);
    }
    assertThat(get("/api/me").with("Cookie", cookies.replace("{token}", "%zz")).send().status())
        .isEqualTo(401);
  }

  private Request change(String token) {
    return post("/api/agents").fromDashboard().cookie(token).json("{}");
  }

  /** The two cookies that a browser keeps. */
  private record SignedInBrowser(String auth, String csrf) {}

  private SignedInBrowser signIn() {
    SignedUp person = signUp();
    List<String> cookies =
        post("/api/auth/login")
            .fromDashboard()
            .json("{\"email\":\"" + person.email() + "\",\"password\":\"correct horse\"}")
            .send()
            .headers()
            .allValues("set-cookie")
            .stream()
            .map(cookie -> HttpCookie.parse(cookie).getFirst().getValue())
            .toList();
    return new SignedInBrowser(cookies.getFirst(), cookies.getLast());
  }
}
