package dev.rapidcall.gateway.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.gateway.testing.Answer;
import dev.rapidcall.gateway.testing.ClockedGatewayIT;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the gateway itself makes is made once per key, whenever it dies. */
class MadeOnceIT extends ClockedGatewayIT {
  private static final String MAKING =
      """
      api_keys              | /api/api-keys                      | {"name":"k"}
      workspace_members     | /api/workspaces                    | {"name":"n","create":true}
      workspace_invitations | /api/workspaces/{id}/invitations   | {"email":"a@b.de","role":"member"}
      """;

  @Autowired private JdbcClient sql;

  private final String key = "k" + UUID.randomUUID();

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = MAKING)
  void theSameAnswerAfterADeathBeforeItWasKept(String table, String path, String body) {
    SignedUp person = signUp();
    int before = rows(table, person);
    Answer first = make(person, path, body);

    dieBeforeTheAnswerWasKept();
    Answer second = make(person, path, body);

    assertThat(first.status()).isEqualTo(201);
    assertThat(second.status()).isEqualTo(201);
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(rows(table, person)).isEqualTo(before + 1);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = MAKING)
  void nothingIsMadeWhoseAnswerCannotBeKept(String table, String path, String body) {
    SignedUp person = signUp();
    int before = rows(table, person);
    sql.sql("ALTER TABLE answered_requests ADD CONSTRAINT broken CHECK (answer IS NULL) NOT VALID")
        .update();
    try {
      assertThat(make(person, path, body).status()).isEqualTo(500);
    } finally {
      sql.sql("ALTER TABLE answered_requests DROP CONSTRAINT broken").update();
    }
    assertThat(rows(table, person)).isEqualTo(before);

    assertThat(make(person, path, body).status()).isEqualTo(201);
    assertThat(rows(table, person)).isEqualTo(before + 1);
  }

  /** Without the first answer the second would say that there is no such invitation. */
  @Test
  void anInvitationIsAcceptedTwiceWithOneKey() {
    SignedUp owner = signUp();
    SignedUp guest = signUp();
    String token =
        make(
                owner,
                "/api/workspaces/{id}/invitations",
                "{\"email\":\"" + guest.email() + "\",\"role\":\"viewer\"}")
            .json()
            .at("/invitation/token")
            .stringValue();

    Answer first = make(guest, "/api/invitations/accept", "{\"token\":\"" + token + "\"}");
    dieBeforeTheAnswerWasKept();
    Answer second = make(guest, "/api/invitations/accept", "{\"token\":\"" + token + "\"}");

    assertThat(first.status()).isEqualTo(200);
    assertThat(second.status()).isEqualTo(200);
    assertThat(second.body()).isEqualTo(first.body());
  }

  /** Later than what was made before: the oldest workspace is the one that a person works in. */
  private Answer make(SignedUp person, String path, String body) {
    clock.forward(Duration.ofSeconds(1));
    return post(path.replace("{id}", person.workspaceId()))
        .fromDashboard()
        .bearer(person.token())
        .with("Idempotency-Key", key)
        .json(body)
        .send();
  }

  /** The effect is there, the gateway's own note of the answer is not, and the lease is over. */
  private void dieBeforeTheAnswerWasKept() {
    sql.sql(
            """
            UPDATE idempotent_requests SET answer = NULL, claimed_until = now()
            WHERE idempotency_key = :key
            """)
        .param("key", key)
        .update();
  }

  private int rows(String table, SignedUp person) {
    String whose = table.equals("workspace_members") ? "user_id" : "workspace_id";
    return sql.sql("SELECT count(*) FROM " + table + " WHERE " + whose + " = :whose")
        .param("whose", table.equals("workspace_members") ? person.userId() : person.workspaceId())
        .query(Integer.class)
        .single();
  }
}
