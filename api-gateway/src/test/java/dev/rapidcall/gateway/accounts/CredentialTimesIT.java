package dev.rapidcall.gateway.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.gateway.testing.Answer;
import dev.rapidcall.gateway.testing.GatewayIT;
import dev.rapidcall.gateway.testing.SettableClock;
import dev.rapidcall.gateway.testing.StatementLog;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What becomes of credentials when time passes, and what they cost. */
@Import(CredentialTimesIT.Fixture.class)
class CredentialTimesIT extends GatewayIT {
  private static final String[] TABLES = {
    "sessions", "users", "workspaces", "workspace_members", "api_keys"
  };

  @Autowired private SettableClock clock;
  @Autowired private DataSource statements;
  @Autowired private JdbcClient sql;
  @Autowired private Purge purge;

  @TestConfiguration(proxyBeanMethods = false)
  static class Fixture {
    @Bean
    SettableClock settableClock() {
      return new SettableClock(Clock.systemUTC().instant().truncatedTo(ChronoUnit.MILLIS));
    }

    @Bean
    static BeanPostProcessor rememberingStatements() {
      return new BeanPostProcessor() {
        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
          return bean instanceof DataSource pool ? new StatementLog(pool) : bean;
        }
      };
    }
  }

  @Test
  @DisplayName("weakness 28: a session ends thirty days after sign-in, however much it is used")
  void aSessionEnds() {
    SignedUp person = signUp();
    for (int day = 0; day < 29; day++) {
      clock.pass(Duration.ofDays(1));
      assertThat(me(person.token())).isEqualTo(200);
    }

    clock.pass(Duration.ofDays(1));

    assertThat(me(person.token())).isEqualTo(401);
  }

  @Test
  @DisplayName("weakness 28: a session that is not used for fourteen days ends")
  void anUnusedSessionEnds() {
    SignedUp person = signUp();
    clock.pass(Duration.ofDays(13));
    assertThat(me(person.token())).isEqualTo(200);
    clock.pass(Duration.ofDays(13));
    assertThat(me(person.token())).isEqualTo(200);

    SignedUp idle = signUp();
    clock.pass(Duration.ofDays(14));

    assertThat(me(idle.token())).isEqualTo(401);
  }

  @Test
  @DisplayName("weakness 28: ended sessions and lapsed invitations are purged, the others stay")
  void purgesWhatEnded() {
    SignedUp idle = signUp();
    invite(idle, "a@example.com");
    clock.pass(Duration.ofDays(10));
    SignedUp fresh = signUp();
    invite(fresh, "a@example.com");
    clock.pass(Duration.ofDays(4));

    purge.run();

    assertThat(count("sessions WHERE user_id = ?", idle.userId())).isZero();
    assertThat(count("sessions WHERE user_id = ?", fresh.userId())).isOne();
    assertThat(count("workspace_invitations WHERE workspace_id = ?", idle.workspaceId())).isZero();
    assertThat(count("workspace_invitations WHERE workspace_id = ?", fresh.workspaceId())).isOne();
  }

  @Test
  @DisplayName("weakness 19: a request with a session costs one query and no write")
  void aSessionCostsOneQuery() {
    SignedUp person = signUp();
    clock.pass(Duration.ofMinutes(4));
    log().clear();

    assertThat(me(person.token())).isEqualTo(200);
    assertThat(me(person.token())).isEqualTo(200);

    assertThat(log().about(TABLES))
        .hasSize(2)
        .allSatisfy(statement -> assertThat(statement).startsWith("SELECT"));
  }

  @Test
  @DisplayName("weakness 19: that a session was used is written every five minutes at most")
  void aSessionIsWrittenSeldom() {
    SignedUp person = signUp();
    clock.pass(Duration.ofMinutes(5));
    log().clear();

    for (int request = 0; request < 5; request++) {
      assertThat(me(person.token())).isEqualTo(200);
    }

    assertThat(log().about("UPDATE sessions")).hasSize(1);
  }

  @Test
  @DisplayName(
      "weakness 19: a request with an API key costs one query, and a write a minute at most")
  void aKeyCostsOneQuery() {
    String key = apiKeyOf(signUp(), "read");
    assertThat(me(key)).isEqualTo(200);
    clock.pass(Duration.ofSeconds(59));
    log().clear();
    assertThat(me(key)).isEqualTo(200);
    assertThat(log().about(TABLES)).hasSize(1);

    clock.pass(Duration.ofSeconds(1));
    log().clear();
    for (int request = 0; request < 5; request++) {
      assertThat(me(key)).isEqualTo(200);
    }

    assertThat(log().about("UPDATE api_keys")).hasSize(1);
    assertThat(log().about(TABLES)).hasSize(6);
  }

  @Test
  void tellsWhenAKeyWasUsed() {
    SignedUp person = signUp();
    String key = apiKeyOf(person, "read");
    assertThat(lastUsed(person)).isNull();

    clock.pass(Duration.ofSeconds(10));
    me(key);

    assertThat(lastUsed(person)).isEqualTo(clock.millis());
  }

  @Test
  @DisplayName("weakness 28: an API key can expire")
  void aKeyExpires() {
    SignedUp person = signUp();
    long until = clock.instant().plus(Duration.ofHours(1)).toEpochMilli();
    Answer created =
        post("/api/api-keys")
            .fromDashboard()
            .bearer(person.token())
            .json("{\"name\":\"k\",\"expiresAt\":" + until + "}")
            .send();
    String key = created.json().at("/apiKey/rawKey").stringValue();
    assertThat(created.json().at("/apiKey/expiresAt").longValue()).isEqualTo(until);
    clock.pass(Duration.ofMinutes(59));
    assertThat(me(key)).isEqualTo(200);

    clock.pass(Duration.ofMinutes(1));

    assertThat(me(key)).isEqualTo(401);
  }

  @Test
  void anInvitationLapsesAfterSevenDays() {
    SignedUp owner = signUp();
    SignedUp guest = signUp();
    Answer invited = invite(owner, guest.email());
    String token = invited.json().at("/invitation/token").stringValue();
    assertThat(invited.json().at("/invitation/expiresAt").longValue())
        .isEqualTo(clock.instant().plus(Duration.ofDays(7)).toEpochMilli());

    clock.pass(Duration.ofDays(7));

    assertThat(
            post("/api/invitations/accept")
                .fromDashboard()
                .bearer(guest.token())
                .json("{\"token\":\"" + token + "\"}")
                .send()
                .status())
        .isEqualTo(404);
    assertThat(
            get("/api/workspaces/" + owner.workspaceId() + "/invitations")
                .bearer(owner.token())
                .send()
                .json()
                .at("/invitations"))
        .isEmpty();
  }

  private Answer invite(SignedUp owner, String email) {
    return post("/api/workspaces/" + owner.workspaceId() + "/invitations")
        .fromDashboard()
        .bearer(owner.token())
        .json("{\"email\":\"" + email + "\",\"role\":\"viewer\"}")
        .send();
  }

  private @Nullable Long lastUsed(SignedUp person) {
    JsonNode json =
        get("/api/api-keys").bearer(person.token()).send().json().at("/apiKeys/0/lastUsedAt");
    return json.isNull() ? null : json.longValue();
  }

  private int me(String token) {
    return get("/api/me").bearer(token).send().status();
  }

  private StatementLog log() {
    return (StatementLog) statements;
  }

  private int count(String from, String id) {
    return sql.sql("SELECT count(*) FROM " + from).param(id).query(Integer.class).single();
  }
}
