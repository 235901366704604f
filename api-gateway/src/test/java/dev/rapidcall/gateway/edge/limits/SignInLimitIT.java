package dev.rapidcall.gateway.edge.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.gateway.testing.Answer;
import dev.rapidcall.gateway.testing.ClockedGatewayIT;
import dev.rapidcall.gateway.testing.Request;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class SignInLimitIT extends ClockedGatewayIT {
  private static final String LOGIN = "/api/auth/login";

  @Autowired private CleanBuckets cleanBuckets;
  @Autowired private JdbcClient sql;

  @Test
  @DisplayName("weakness 27: the ninth sign-in of an address within 15 minutes has to wait")
  void letsEightSignInsOfAnAddressPass() {
    String address = somebody();
    for (int i = 0; i < 8; i++) {
      assertThat(signIn(address, somebody()).send().status()).isEqualTo(401);
    }

    Answer ninth = signIn(address, somebody()).fromDashboard().send();
    assertThat(ninth.status()).isEqualTo(429);
    assertThat(ninth.json().at("/error").stringValue()).isNotBlank();
    assertThat(ninth.header("Retry-After")).isEqualTo("900");
    assertThat(ninth.header("Access-Control-Allow-Origin")).isEqualTo(DASHBOARD);

    clock.forward(Duration.ofSeconds(100));
    assertThat(signIn(address, somebody()).send().header("Retry-After")).isEqualTo("800");
    assertThat(signIn(somebody(), somebody()).send().status()).isEqualTo(401);

    clock.forward(Duration.ofSeconds(800));
    assertThat(signIn(address, somebody()).send().status()).isEqualTo(401);
  }

  @Test
  @DisplayName("weakness 27: a made-up X-Forwarded-For gives no new count")
  void doesNotBelieveWhatTheClientSaysOfItself() {
    String address = somebody();
    for (int i = 0; i < 8; i++) {
      assertThat(signIn(somebody() + ", " + address, somebody()).send().status()).isEqualTo(401);
    }

    assertThat(signIn(somebody() + ", " + address, somebody()).send().status()).isEqualTo(429);
  }

  @Test
  @DisplayName("weakness 27: the tenth guess at one account has to wait, wherever it comes from")
  void letsTenSignInsAtAnAccountPass() {
    String account = somebody();
    for (int i = 0; i < 10; i++) {
      assertThat(signIn(somebody(), account).send().status()).isEqualTo(401);
    }

    Answer refused = signIn(somebody(), account.toUpperCase(Locale.ROOT)).send();
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.header("Retry-After")).isEqualTo("900");
  }

  @Test
  void countsSuccessesTooAndRegistrationsApart() {
    SignedUp person = signUp();
    String address = somebody();
    for (int i = 0; i < 8; i++) {
      Answer in = signIn(address, person.email(), "correct horse").send();
      assertThat(in.status()).isEqualTo(200);
    }

    assertThat(signIn(address, person.email(), "correct horse").send().status()).isEqualTo(429);
    assertThat(register(address).send().status()).isEqualTo(201);
  }

  @Test
  void letsEightRegistrationsOfAnAddressPass() {
    String address = somebody();
    for (int i = 0; i < 8; i++) {
      assertThat(register(address).send().status()).isEqualTo(201);
    }

    assertThat(register(address).send().status()).isEqualTo(429);
  }

  @Test
  @DisplayName("weakness 27: all instances count together")
  void countsAtAllInstancesTogether() {
    String address = somebody();
    try (OtherInstance other = anotherInstance()) {
      for (int i = 0; i < 4; i++) {
        assertThat(signIn(address, somebody()).send().status()).isEqualTo(401);
        Request there = signIn(other.post(LOGIN), address, somebody() + "@example.com", "wrong");
        assertThat(there.send().status()).isEqualTo(401);
      }

      Answer ninth =
          signIn(other.post(LOGIN), address, somebody() + "@example.com", "wrong").send();
      assertThat(ninth.status()).isEqualTo(429);
    }
  }

  @Test
  void forgetsCountsThatAreFullAgain() {
    signIn(somebody(), somebody()).send();
    assertThat(counts()).isPositive();

    clock.forward(Duration.ofMinutes(31));
    cleanBuckets.run();

    assertThat(counts()).isZero();
  }

  @Test
  void signsInByAForm() {
    SignedUp person = signUp();
    String email = person.email().replace("@", "%40");

    Answer in =
        post(LOGIN)
            .with("X-Forwarded-For", somebody())
            .form("email=" + email + "&password=correct+horse&other=x")
            .send();
    assertThat(in.status()).isEqualTo(200);
    assertThat(in.json().at("/user/id").stringValue()).isEqualTo(person.userId());

    Answer registered =
        post("/api/auth/register")
            .with("X-Forwarded-For", somebody())
            .form("name=%C3%84da&email=" + somebody() + "%40example.com&password=correct+horse")
            .send();
    assertThat(registered.status()).isEqualTo(201);
    assertThat(registered.json().at("/user/name").stringValue()).isEqualTo("Äda");
  }

  @Test
  void tellsWhatIsWrongWithAForm() {
    Answer missing = post(LOGIN).with("X-Forwarded-For", somebody()).form("email=").send();
    assertThat(missing.status()).isEqualTo(400);
    assertThat(missing.json().at("/details/fieldErrors/password/0").stringValue()).isNotBlank();

    Answer malformed = post(LOGIN).with("X-Forwarded-For", somebody()).form("email=%zz").send();
    assertThat(malformed.status()).isEqualTo(400);
    assertThat(malformed.json().at("/error").stringValue()).isEqualTo("Malformed form");
  }

  private Request signIn(String address, String account) {
    return signIn(address, account + "@example.com", "wrong");
  }

  private Request signIn(String address, String email, String password) {
    return signIn(post(LOGIN), address, email, password);
  }

  private static Request signIn(Request request, String address, String email, String password) {
    return request
        .with("X-Forwarded-For", address)
        .json("{\"email\":\"" + email + "\",\"password\":\"" + password + "\"}");
  }

  private Request register(String address) {
    return post("/api/auth/register")
        .with("X-Forwarded-For", address)
        .json(
            "{\"name\":\"Ada\",\"email\":\""
                + somebody()
                + "@example.com\",\"password\":\"correct horse\"}");
  }

  private int counts() {
    return sql.sql("SELECT count(*) FROM sign_in_buckets").query(Integer.class).single();
  }

  private static String somebody() {
    return "s" + UUID.randomUUID();
  }
}
