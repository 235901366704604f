package dev.rapidcall.gateway.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapidcall.events.WorkspaceId;
import dev.rapidcall.gateway.testing.Answer;
import dev.rapidcall.gateway.testing.GatewayIT;
import dev.rapidcall.service.identity.Caller;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import tools.jackson.databind.JsonNode;

class ApiKeysIT extends GatewayIT {
  @Autowired private JdbcClient sql;
  @Autowired private JwtDecoder tokens;

  @Test
  void showsAKeyOnceAndItsBeginningAlways() {
    SignedUp person = signUp();

    Answer created = create(person, "{\"name\":\"  Zapier  \",\"other\":1}");

    assertThat(created.status()).isEqualTo(201);
    JsonNode key = created.json().at("/apiKey");
    assertThat(key.propertyNames())
        .contains("id", "name", "keyPrefix", "createdAt", "rawKey")
        .doesNotContain("keyHash");
    String raw = key.at("/rawKey").stringValue();
    assertThat(raw).matches("rck_[0-9A-Za-z]{32}");
    assertThat(key.at("/id").stringValue()).matches("[0-9A-Za-z]{12}");
    assertThat(key.at("/name").stringValue()).isEqualTo("Zapier");
    assertThat(key.at("/keyPrefix").stringValue()).isEqualTo(raw.substring(0, 12) + "\u2026");
    assertThat(key.at("/scopes").values().stream().map(JsonNode::stringValue))
        .containsExactly("admin", "read", "write");

    Answer list = list(person);
    assertThat(list.status()).isEqualTo(200);
    assertThat(list.body()).doesNotContain(raw).doesNotContain("rawKey");
    JsonNode shown = list.json().at("/apiKeys/0");
    assertThat(shown.at("/id")).isEqualTo(key.at("/id"));
    assertThat(shown.at("/workspaceId").stringValue()).isEqualTo(person.workspaceId());
    assertThat(shown.at("/keyPrefix")).isEqualTo(key.at("/keyPrefix"));
    assertThat(shown.at("/createdAt").isIntegralNumber()).isTrue();
    assertThat(shown.at("/lastUsedAt").isNull()).isTrue();
    assertThat(shown.at("/expiresAt").isNull()).isTrue();
  }

  @Test
  void storesNoKey() {
    SignedUp person = signUp();
    String key = apiKeyOf(person, "read");

    String row =
        sql.sql("SELECT k::text FROM api_keys k WHERE workspace_id = ?")
            .param(person.workspaceId())
            .query(String.class)
            .single();
    assertThat(row).doesNotContain(key).contains(key.substring(0, 12));
  }

  @Test
  void listsTheNewestFirst() {
    SignedUp person = signUp();
    create(person, "{\"name\":\"old\"}");
    create(person, "{\"name\":\"   \"}");
    sql.sql("UPDATE api_keys SET created_at = now() - interval '1 h' WHERE name = 'old'").update();

    assertThat(
            list(person).json().at("/apiKeys").values().stream()
                .map(key -> key.at("/name").stringValue()))
        .containsExactly("API Key", "old");
  }

  @Test
  void opensTheWorkspaceWithoutAnyPage() {
    SignedUp person = signUp();
    String key = apiKeyOf(person, "read", "write", "admin");

    Answer me = get("/api/me").bearer(key).send();

    assertThat(me.status()).isEqualTo(200);
    assertThat(me.json().at("/user").isNull()).isTrue();
    assertThat(me.json().at("/workspace/id").stringValue()).isEqualTo(person.workspaceId());
    assertThat(get("/api/workspaces").bearer(key).send().json().at("/workspaces")).hasSize(1);
    assertThat(post("/api/api-keys").bearer(key).json("{\"name\":\"b\"}").send().status())
        .isEqualTo(201);
  }

  @Test
  void isPassedOnAsTheCallerItIs() {
    SignedUp person = signUp();
    Answer created = create(person, "{\"name\":\"k\",\"scopes\":[\"read\"]}");
    OWNER.json("/api/calls", 200, "{\"calls\":[]}");

    get("/api/calls").bearer(created.json().at("/apiKey/rawKey").stringValue()).send();

    String token = OWNER.seenAt("/api/calls").getLast().header("Authorization");
    assertThat(Caller.of(tokens.decode(token.substring("Bearer ".length()))))
        .isEqualTo(
            new Caller(
                "api-key:" + created.json().at("/apiKey/id").stringValue(),
                new WorkspaceId(person.workspaceId()),
                Set.of("read")));
  }

  @Test
  void signsNobodyOut() {
    SignedUp person = signUp();
    String key = apiKeyOf(person, "read");

    assertThat(post("/api/auth/logout").bearer(key).send().body()).isEqualTo("{\"ok\":true}");

    assertThat(get("/api/me").bearer(key).send().status()).isEqualTo(200);
    assertThat(get("/api/me").bearer(person.token()).send().status()).isEqualTo(200);
  }

  /** What only a person can do is refused by a 403, for the key is not bad. */
  @ParameterizedTest
  @ValueSource(strings = {"/api/auth/logout-all", "/api/workspaces/%s/select"})
  void isNoPerson(String path) {
    SignedUp person = signUp();
    String key = apiKeyOf(person, "read", "write", "admin");

    Answer answer = post(path.formatted(person.workspaceId())).bearer(key).send();

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.json().at("/error").stringValue()).isNotBlank();
  }

  @Test
  void opensNothingOnceRevoked() {
    SignedUp person = signUp();
    Answer created = create(person, "{\"name\":\"k\"}");
    String id = created.json().at("/apiKey/id").stringValue();
    String key = created.json().at("/apiKey/rawKey").stringValue();

    Answer revoked = revoke(person, id);

    assertThat(revoked.status()).isEqualTo(200);
    assertThat(revoked.body()).isEqualTo("{\"ok\":true}");
    assertThat(get("/api/me").bearer(key).send().status()).isEqualTo(401);
    assertThat(revoke(person, id).status()).isEqualTo(404);
    assertThat(list(person).json().at("/apiKeys")).isEmpty();
  }

  @Test
  void isNeitherSeenNorRevokedByAnotherWorkspace() {
    SignedUp person = signUp();
    SignedUp stranger = signUp();
    String id = create(person, "{\"name\":\"k\"}").json().at("/apiKey/id").stringValue();

    assertThat(list(stranger).json().at("/apiKeys")).isEmpty();
    assertThat(revoke(stranger, id).status()).isEqualTo(404);
    assertThat(list(person).json().at("/apiKeys")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rck_", "rck_00000000000000000000000000000000"})
  void opensNothingWhenMadeUp(String key) {
    Answer answer = get("/api/me").with("Authorization", "Bearer " + key).send();

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.body()).isEqualTo("{\"error\":\"Not signed in\"}");
  }

  @Test
  void opensNoOtherWorkspace() {
    SignedUp person = signUp();
    SignedUp other = signUp();
    String key = apiKeyOf(person, "read");

    assertThat(named(key, other).status()).isEqualTo(403);
    assertThat(named(key, person).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | name",
        "{\"name\":\"\"} | name",
        "{\"name\":\"k\",\"scopes\":[]} | scopes",
        "{\"name\":\"k\",\"scopes\":[\"root\"]} | scopes",
        "{\"name\":\"k\",\"scopes\":[null]} | scopes",
        "{\"name\":\"k\",\"scopes\":\"read\"} | scopes",
        "{\"name\":\"k\",\"expiresAt\":1} | expiresAt",
        "{\"name\":\"k\",\"expiresAt\":-1} | expiresAt",
        "{\"name\":\"k\",\"expiresAt\":9223372036854775807} | expiresAt",
        "{\"name\":\"k\",\"expiresAt\":\"soon\"} | expiresAt",
      })
  void tellsWhichFieldIsWrong(String body, String field) {
    Answer answer = create(signUp(), body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().at("/error").stringValue()).isEqualTo("Validation failed");
    assertThat(answer.json().at("/details/fieldErrors").propertyNames()).containsExactly(field);
  }

  @Test
  @DisplayName("weakness 28: a key has no more rights than it was given")
  void aKeyIsScoped() {
    SignedUp person = signUp();
    OWNER.json("/api/agents", 200, "{}");
    String reading = apiKeyOf(person, "read");
    String writing = apiKeyOf(person, "write");

    assertThat(get("/api/agents").bearer(reading).send().status()).isEqualTo(200);
    assertThat(post("/api/agents").bearer(writing).json("{}").send().status()).isEqualTo(200);
    for (Answer refused :
        List.of(
            post("/api/agents").bearer(reading).json("{}").send(),
            get("/api/agents").bearer(writing).send(),
            get("/api/api-keys").bearer(reading).send(),
            post("/api/api-keys").bearer(writing).json("{\"name\":\"k\"}").send())) {
      assertThat(refused.status()).isEqualTo(403);
      assertThat(refused.json().at("/error").stringValue()).isNotBlank();
    }
  }

  @Test
  @DisplayName("weakness 28: a key cannot make a key that may do more")
  void aKeyDoesNotGrow() {
    String managing = apiKeyOf(signUp(), "read", "admin");

    Answer more =
        post("/api/api-keys")
            .bearer(managing)
            .json("{\"name\":\"k\",\"scopes\":[\"write\"]}")
            .send();
    Answer same = post("/api/api-keys").bearer(managing).json("{\"name\":\"k\"}").send();

    assertThat(more.status()).isEqualTo(403);
    assertThat(same.status()).isEqualTo(201);
    assertThat(same.json().at("/apiKey/scopes").values().stream().map(JsonNode::stringValue))
        .containsExactly("admin", "read");
  }

  private Answer named(String key, SignedUp person) {
    return get("/api/workspaces").bearer(key).with("X-Workspace-Id", person.workspaceId()).send();
  }

  private Answer create(SignedUp person, String body) {
    return post("/api/api-keys").fromDashboard().bearer(person.token()).json(body).send();
  }

  private Answer list(SignedUp person) {
    return get("/api/api-keys").bearer(person.token()).send();
  }

  private Answer revoke(SignedUp person, String id) {
    return request("DELETE", "/api/api-keys/" + id).fromDashboard().bearer(person.token()).send();
  }
}
