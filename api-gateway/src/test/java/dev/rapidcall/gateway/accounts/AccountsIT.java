package dev.rapidcall.gateway.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.gateway.testing.Answer;
import dev.rapidcall.gateway.testing.GatewayIT;
import java.net.HttpCookie;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import tools.jackson.databind.JsonNode;

class AccountsIT extends GatewayIT {
  @Autowired private JdbcClient sql;

  @Test
  void registersAPersonWithAWorkspaceAndASession() {
    String email = "Ada." + UUID.randomUUID() + "@Example.com";
    Answer answer = register("Ada Lovelace", email, "correct horse");

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.json().at("/token").stringValue()).matches("[0-9a-f]{48}");
    JsonNode user = answer.json().at("/user");
    assertThat(user.propertyNames())
        .containsExactlyInAnyOrder("id", "email", "name", "createdAt", "updatedAt");
    assertThat(user.at("/id").stringValue()).matches("[0-9A-Za-z]{12}");
    assertThat(user.at("/email").stringValue()).isEqualTo(email.toLowerCase(Locale.ROOT));
    assertThat(user.at("/createdAt").isIntegralNumber()).isTrue();
    JsonNode workspace = answer.json().at("/workspace");
    assertThat(workspace.at("/id").stringValue()).matches("[0-9A-Za-z]{10}");
    assertThat(workspace.at("/name").stringValue()).isEqualTo("Ada Lovelace workspace");
    assertThat(workspace.at("/userId")).isEqualTo(user.at("/id"));
    assertThat(workspace.at("/isTrial").booleanValue()).isTrue();
    assertThat(workspace.at("/trialCreditUsd").intValue()).isEqualTo(20);
    assertThat(workspace.has("twilioSipCredPassword")).isTrue();
    assertThat(workspace.at("/twilioSipCredPassword").isNull()).isTrue();
    assertThat(workspace.propertyNames()).hasSize(27);
  }

  @Test
  void setsTwoCookiesThatAreSecureBehindHttps() {
    List<HttpCookie> plain = cookies(register("A", freshEmail(), "correct horse"));
    assertThat(plain).extracting(HttpCookie::getName).containsExactly("auth_token", "csrf_token");
    assertThat(plain).extracting(HttpCookie::isHttpOnly).containsExactly(true, false);
    assertThat(plain).extracting(HttpCookie::getMaxAge).containsOnly(2_592_000L);
    assertThat(plain).extracting(HttpCookie::getSecure).containsOnly(false);

    Answer behindHttps =
        post("/api/auth/register")
            .with("X-Forwarded-Proto", "https")
            .json(body("A", freshEmail(), "correct horse"))
            .send();
    assertThat(behindHttps.headers().allValues("set-cookie"))
        .allSatisfy(cookie -> assertThat(cookie).contains("Secure", "SameSite=Lax", "Path=/"));
  }

  @Test
  @DisplayName("weakness 27: that an address is taken is told to who registers, and bounded")
  void refusesAnAddressThatIsTaken() {
    String email = freshEmail();
    register("A", email, "correct horse");

    Answer again = register("B", email.toUpperCase(Locale.ROOT), "other horse");

    assertThat(again.status()).isEqualTo(400);
    assertThat(again.body()).isEqualTo("{\"error\":\"Email already registered\"}");
  }

  @ParameterizedTest
  @CsvSource({
    "'', a@example.com, correct horse, name",
    "Ada, nonsense, correct horse, email",
    "Ada, a@example.com, short, password",
  })
  void tellsWhichFieldIsWrong(String name, String email, String password, String field) {
    Answer answer = register(name, email, password);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().at("/error").stringValue()).isEqualTo("Validation failed");
    assertThat(answer.json().at("/details/fieldErrors").propertyNames()).containsExactly(field);
    assertThat(answer.json().at("/details/formErrors").isEmpty()).isTrue();
  }

  @Test
  void tellsAMissingBodyAndMalformedJson() {
    for (String path : List.of("/api/auth/register", "/api/auth/login")) {
      Answer missing = post(path).send();
      assertThat(missing.status()).isEqualTo(400);
      assertThat(missing.json().at("/details/formErrors")).hasSize(1);

      Answer malformed = post(path).json("{\"email\":").send();
      assertThat(malformed.status()).isEqualTo(400);
      assertThat(malformed.body()).isEqualTo("{\"error\":\"Malformed JSON\"}");
    }
  }

  @Test
  void refusesTextThatNoDatabaseKeeps() {
    assertThat(register("A\\u0000", freshEmail(), "correct horse").status()).isEqualTo(400);
  }

  @Test
  void signsInWhoKnowsThePassword() {
    SignedUp person = signUp();

    Answer answer = login(person.email(), "correct horse");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().at("/user/id").stringValue()).isEqualTo(person.userId());
    assertThat(answer.json().at("/workspace/id").stringValue()).isEqualTo(person.workspaceId());
    assertThat(answer.json().at("/token").stringValue()).isNotEqualTo(person.token());
    assertThat(cookies(answer)).hasSize(2);
  }

  @Test
  @DisplayName("weakness 27: sign-in says the same of a wrong password and an unknown person")
  void saysTheSameOfAWrongPasswordAndAnUnknownPerson() {
    SignedUp person = signUp();

    for (String email : List.of(person.email(), freshEmail())) {
      Answer answer = login(email, "wrong horse");

      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.body()).isEqualTo("{\"error\":\"Invalid email or password\"}");
    }
  }

  @Test
  void showsWhoIsSignedInByTokenOrCookie() {
    SignedUp person = signUp();

    for (Answer me :
        List.of(
            get("/api/me").bearer(person.token()).send(),
            get("/api/me").with("Authorization", "bearer " + person.token()).send(),
            get("/api/me").with("Cookie", "other=1; auth_token=" + person.token()).send())) {
      assertThat(me.status()).isEqualTo(200);
      assertThat(me.json().at("/user/email").stringValue()).isEqualTo(person.email());
      assertThat(me.json().at("/workspace/id").stringValue()).isEqualTo(person.workspaceId());
    }
  }

  @Test
  void refusesWhoIsNotSignedIn() {
    for (Answer answer :
        List.of(
            get("/api/me").send(),
            get("/api/me").bearer("0".repeat(48)).send(),
            get("/api/me").fromAgent().send(),
            get("/api/me").with("Cookie", "auth_token=%zz; x=%E0%A4%A").send())) {
      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.body()).isEqualTo("{\"error\":\"Not signed in\"}");
    }
  }

  @Test
  void refusesASessionPastItsTime() {
    SignedUp person = signUp();
    sql.sql("UPDATE sessions SET expires_at = now() WHERE user_id = ?")
        .param(person.userId())
        .update();

    assertThat(get("/api/me").bearer(person.token()).send().status()).isEqualTo(401);
  }

  @Test
  @DisplayName("weakness 28: no token and no password is stored")
  void storesNoTokenAndNoPassword() {
    SignedUp person = signUp();

    String rows =
        sql.sql(
                "SELECT s::text || u::text FROM sessions s JOIN users u ON u.id = s.user_id WHERE u.id = ?")
            .param(person.userId())
            .query(String.class)
            .single();
    assertThat(rows).doesNotContain(person.token()).doesNotContain("correct horse");
  }

  @Test
  void signsOutOnlyThisSession() {
    SignedUp person = signUp();
    String other = login(person.email(), "correct horse").json().at("/token").stringValue();

    Answer answer = post("/api/auth/logout").fromDashboard().bearer(person.token()).send();

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"ok\":true}");
    assertThat(cookies(answer)).extracting(HttpCookie::getMaxAge).containsOnly(0L);
    assertThat(get("/api/me").bearer(person.token()).send().status()).isEqualTo(401);
    assertThat(get("/api/me").bearer(other).send().status()).isEqualTo(200);
  }

  @Test
  void canOnlySignOutWhoIsSignedIn() {
    assertThat(post("/api/auth/logout").fromDashboard().send().status()).isEqualTo(401);
  }

  @Test
  @DisplayName("weakness 28: a person can end all his sessions")
  void signsOutEverywhere() {
    SignedUp person = signUp();
    SignedUp other = signUp();
    String second = login(person.email(), "correct horse").json().at("/token").stringValue();

    Answer answer = post("/api/auth/logout-all").fromDashboard().bearer(second).send();

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"ok\":true}");
    assertThat(cookies(answer)).extracting(HttpCookie::getMaxAge).containsExactly(0L, 0L);
    assertThat(get("/api/me").bearer(person.token()).send().status()).isEqualTo(401);
    assertThat(get("/api/me").bearer(second).send().status()).isEqualTo(401);
    assertThat(get("/api/me").bearer(other.token()).send().status()).isEqualTo(200);
    assertThat(post("/api/auth/logout-all").fromDashboard().send().status()).isEqualTo(401);
  }

  @Test
  void hashesAgainAtSignInWhatWasHashedMoreWeakly() {
    SignedUp person = signUp();
    String weak = new Argon2PasswordEncoder(16, 32, 1, 12_288, 2).encode("correct horse");
    sql.sql("UPDATE users SET password_hash = ? WHERE id = ?")
        .params(weak, person.userId())
        .update();

    assertThat(login(person.email(), "wrong horse").status()).isEqualTo(401);
    assertThat(hash(person)).isEqualTo(weak);
    assertThat(login(person.email(), "correct horse").status()).isEqualTo(200);

    String strong = hash(person);
    assertThat(strong).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    assertThat(login(person.email(), "correct horse").status()).isEqualTo(200);
    assertThat(hash(person)).isEqualTo(strong);
  }

  private String hash(SignedUp person) {
    return sql.sql("SELECT password_hash FROM users WHERE id = ?")
        .param(person.userId())
        .query(String.class)
        .single();
  }

  private Answer register(String name, String email, String password) {
    return post("/api/auth/register").fromDashboard().json(body(name, email, password)).send();
  }

  private Answer login(String email, String password) {
    return post("/api/auth/login")
        .fromDashboard()
        .json("{\"email\":\"" + email + "\",\"password\":\"" + password + "\"}")
        .send();
  }

  private static String body(String name, String email, String password) {
    return "{\"name\":\"%s\",\"email\":\"%s\",\"password\":\"%s\",\"other\":1}"
        .formatted(name, email, password);
  }

  private static String freshEmail() {
    return "u" + UUID.randomUUID() + "@example.com";
  }

  private static List<HttpCookie> cookies(Answer answer) {
    return answer.headers().allValues("set-cookie").stream()
        .map(cookie -> HttpCookie.parse(cookie).getFirst())
        .toList();
  }
}
